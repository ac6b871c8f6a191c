import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import classes from '../absences/absences.module.css';
import { RelationPart } from './relation-part.tsx';
import { relationsQuery } from './relations-query.ts';

/** 我的 → 回避申报 */
export default function RelationsPage() {
  const { personId, name } = useSession();
  const query = useQuery(relationsQuery(personId));
  return (
    <PageBody>
      <PageHead
        title="回避申报"
        facts="曾在或正在被监督单位任职、有近亲属在那里任职，或有其他可能影响公正的关系，请如实申报。"
      />
      <div className={classes['narrow']}>
        <Asked query={query} what="读取回避申报">
          {(relations) => <RelationPart person={{ id: personId, name }} relations={relations} Head="h2" />}
        </Asked>
      </div>
    </PageBody>
  );
}
