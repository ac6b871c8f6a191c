import type { TableColumnType } from 'antd';
import type { RehearsalView } from '../../api/bureau-types.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import classes from './rehearsal.module.css';

type Line = RehearsalView['unfinished'][number];

const why: Record<Line['why'], string> = {
  nobody: '没有人有权办理',
  never: '该办的一直不答',
  refused: '程序不允许（见下）',
  running: '还在期限之内',
};

const columns: TableColumnType<Line>[] = [
  { title: '结对', dataIndex: 'title' },
  { title: '停在', dataIndex: 'stageLabel', width: 110 },
  { title: '原因', width: 150, render: (_, line) => why[line.why] },
  { title: '还欠', render: (_, { waits }) => waits.join('；') },
];

/** What does not come to its end, what the procedure refused, and what the rehearsal could not answer. */
export function Unfinished({ view: { unfinished, refusals, unanswered } }: { view: RehearsalView }) {
  return (
    <section className="section" aria-labelledby="unfinished">
      <h2 id="unfinished">
        {unfinished.length === 0 ? '没有办不完的' : `${unfinished.length}对到最后还没有归档`}
      </h2>
      {unfinished.length === 0 ? (
        <p className="muted">按这样的办法，每一对都能走到归档。</p>
      ) : (
        <WideTable<Line>
          width={860}
          rowKey="title"
          columns={columns}
          dataSource={unfinished}
          pagination={unfinished.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        />
      )}
      {refusals.length > 0 ? (
        <>
          <h3 className={classes['second']}>程序没有接受的办理</h3>
          <ul>
            {refusals.map(({ stepLabel, reason, times }) => (
              <li key={`${stepLabel}${reason}`}>
                {stepLabel}：{reason}（{times}次）
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {unanswered.length > 0 ? (
        <p className="muted">
          预演还不会替人办理这些步骤，一律按没有答复计算：
          {unanswered.map(({ stepLabel, times }) => `${stepLabel}${times}项`).join('、')}。
        </p>
      ) : null}
    </section>
  );
}
