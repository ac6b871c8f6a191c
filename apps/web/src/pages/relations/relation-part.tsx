import { Button } from 'antd';
import { useState } from 'react';
import type { Relations } from '../../api/bureau-types.ts';
import classes from '../absences/absences.module.css';
import { NewRelation } from './new-relation.tsx';
import { RelationList } from './relation-list.tsx';

interface Props {
  person: { id: string; name: string };
  relations: Relations;
  Head: 'h2' | 'h3';
}

export function RelationPart({ person, relations, Head }: Props) {
  const [declaring, setDeclaring] = useState(false);
  const [said, setSaid] = useState('');
  const { items, byPost, mayDeclare } = relations;
  return (
    <>
      <div className={classes['head']}>
        <Head>需要回避的单位</Head>
        {mayDeclare && !declaring ? (
          <Button
            type="primary"
            size="small"
            onClick={() => {
              setSaid('');
              setDeclaring(true);
            }}
          >
            申报回避关系
          </Button>
        ) : null}
      </div>
      <p role="status" className={classes['said']}>
        {said}
      </p>
      {declaring ? (
        <NewRelation
          person={person}
          onCancel={() => setDeclaring(false)}
          onDone={() => {
            setDeclaring(false);
            setSaid('✓ 已申报，立即有效。');
          }}
        />
      ) : null}
      {byPost.map(({ orgId, orgName }) => (
        <p key={orgId}>{`在${orgName}任职，与该院的关系不必申报，自动计入。`}</p>
      ))}
      {items.length > 0 ? (
        <RelationList relations={items} mayEnd={mayDeclare} onDone={setSaid} />
      ) : (
        <p className="muted">没有申报过回避关系。申报后列在这里，涉及这些单位的事项按规定由他人办理。</p>
      )}
    </>
  );
}
