import { useInfiniteQuery } from '@tanstack/react-query';
import type { RuleEffect } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText, instantText } from '../../days/day-text.ts';
import { Figures, Preview } from '../../drafts/preview.tsx';
import { More } from '../../lists/more.tsx';
import { WideTable } from '../../lists/wide-table.tsx';
import { ruleEffectQuery } from './queries.ts';
import classes from './rules.module.css';

type Item = RuleEffect['items'][number];

/** In sentences, in figures, and where reminders come at other moments, one by one. */
export function RuleEffectPart({ id, version }: { id: string; version: number }) {
  const query = useInfiniteQuery(ruleEffectQuery(id, version));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Preview heading="发布后对在办事项的影响" query={query}>
        {(first) => <Found effect={first} />}
      </Preview>
      {items.length > 0 ? (
        <section className="section" aria-labelledby="moves">
          <h2 id="moves">逐项变动，先到的在前</h2>
          <Items items={items} />
          <More
            count={items.length}
            hasMore={query.hasNextPage}
            loading={query.isFetchingNextPage}
            more={() => void query.fetchNextPage()}
          />
        </section>
      ) : null}
    </>
  );
}

function Found({ effect: { sentences, changed, cases, groups } }: { effect: RuleEffect }) {
  const today = useToday();
  return (
    <>
      <ul className={classes['effect']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {changed > 0 ? (
        <>
          <Figures
            figures={[
              ['提醒或上报变动的待办', changed, '项'],
              ['涉及', cases, '件在办事项'],
            ]}
          />
          <ul className={classes['effect']}>
            {groups.map(({ label, count, first }) => (
              <li key={label}>
                {label}：{count}项，最早{instantText(first, today)}（到时仍未办结的）
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Items({ items }: { items: Item[] }) {
  const today = useToday();
  const said = (moment: Item['after']) =>
    moment ? `${instantText(moment.at, today)} ${moment.label}` : '没有';
  return (
    <WideTable<Item>
      width={860}
      rowKey="todoId"
      pagination={false}
      dataSource={items}
      columns={[
        { title: '事项', dataIndex: 'caseNumber', width: 170 },
        { title: '步骤', dataIndex: 'stepLabel' },
        { title: '到期日', width: 150, render: (_, { due }) => dayText(due, today) },
        { title: '按现行规定', render: (_, { before }) => said(before) },
        { title: '发布后', render: (_, { after }) => said(after) },
      ]}
    />
  );
}
