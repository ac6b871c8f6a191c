import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { AbsencePart } from './absence-part.tsx';
import classes from './absences.module.css';
import { absencesQuery } from './absences-query.ts';

/** 我的 → 请假与代理 */
export default function AbsencesPage() {
  const { personId, name } = useSession();
  const query = useQuery(absencesQuery(personId));
  return (
    <PageBody>
      <PageHead
        title="请假与代理"
        facts="请假期间由代理人行使您交出的职务；代理人只得到这些职务，期满自行终止。"
      />
      <div className={classes['narrow']}>
        <Asked query={query} what="读取请假与代理">
          {(absences) => (
            <AbsencePart person={{ id: personId, name }} absences={absences} called="我" Head="h2" />
          )}
        </Asked>
      </div>
    </PageBody>
  );
}
