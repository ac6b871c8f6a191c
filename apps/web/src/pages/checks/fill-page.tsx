import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { ChecklistView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { FillItem } from './fill-item.tsx';
import classes from './fill.module.css';
import { checklistQuery, useFilling } from './use-filling.ts';

/** The checklist on the spot: one item below the other, each kept as soon as it is chosen. */
export default function FillPage() {
  const { id = '' } = useParams();
  const query = useQuery(checklistQuery(id));
  return (
    <PageBody>
      <Asked query={query} what="读取检查表" rows={8} whole>
        {(view) => <Fill view={view} />}
      </Asked>
    </PageBody>
  );
}

function Fill({ view }: { view: ChecklistView }) {
  const today = useToday();
  const filling = useFilling(view);
  const { caseId, title, on, place, checkers, stageLabel, mayFill, reason, groups } = view;
  const items = groups.flatMap((group) => group.items);
  const done = items.filter((item) => filling.shown(item).result).length;
  const left = items.length - done;
  return (
    <div className={classes['fill']}>
      <PageHead
        trail={[
          { label: '现场核查', to: '/checks' },
          { label: view.number, to: `/cases/${caseId}` },
        ]}
        title={title}
        facts={
          <>
            <span>{`${dayText(on, today)} ${place}`}</span>
            <span>{checkers.map(({ name }) => name).join('、')}</span>
            <strong>{stageLabel}</strong>
          </>
        }
      />
      {mayFill ? null : <p className={classes['told']}>{reason}</p>}
      {groups.map((group) => (
        <section key={group.code}>
          <h2>{group.label}</h2>
          {group.items.map((item) => (
            <FillItem key={item.item} item={item} filling={filling} disabled={!mayFill} />
          ))}
        </section>
      ))}
      <footer className={classes['foot']}>
        <div>
          <strong>{`已填${done}/${items.length}`}</strong>
          <Kept waiting={filling.waiting} offline={filling.offline} />
        </div>
        {mayFill && left === 0 && filling.waiting === 0 ? (
          <Link className={classes['hand-in']} to={`/cases/${caseId}?act=hand-in`}>
            去提交检查结果
          </Link>
        ) : (
          <Link to={`/cases/${caseId}`}>看本案</Link>
        )}
      </footer>
    </div>
  );
}

/** Whether what was typed has arrived. */
function Kept({ waiting, offline }: { waiting: number; offline: boolean }) {
  const text =
    waiting === 0
      ? '全部已保存'
      : offline
        ? `没有网络，${waiting}项先存在本机，联网后自动上传`
        : `正在保存${waiting}项`;
  return (
    <span role="status" className={waiting > 0 && offline ? 'late' : 'muted'}>
      {text}
    </span>
  );
}
