import { useQuery } from '@tanstack/react-query';
import type { RuleEffect } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText, instantText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { ruleEffectQuery } from './queries.ts';
import classes from './rules.module.css';

type Item = RuleEffect['items'][number];

/** What publishing would do to what is open, before anything happens. */
export function RuleEffectPart({ id, version }: { id: string; version: number }) {
  const query = useQuery(ruleEffectQuery(id, version));
  return (
    <section className="section" aria-labelledby="effect">
      <h2 id="effect">发布后对在办事项的影响</h2>
      {query.isError ? (
        <Failed error={query.error} what="计算影响" narrow retry={() => void query.refetch()} />
      ) : query.data ? (
        <Found effect={query.data} />
      ) : (
        <Loading rows={4} label="正在逐件计算" />
      )}
    </section>
  );
}

function Found({ effect: { sentences, changed, cases, groups, items } }: { effect: RuleEffect }) {
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
          <p className={classes['figures']}>
            <span>
              提醒或上报变动的待办 <b>{changed}</b> 项
            </span>
            <span>
              涉及 <b>{cases}</b> 件在办事项
            </span>
          </p>
          <ul className={classes['effect']}>
            {groups.map(({ label, count, first }) => (
              <li key={label}>
                {label}：{count}项，最早{instantText(first, today)}（到时仍未办结的）
              </li>
            ))}
          </ul>
          <h3 style={{ margin: '12px 0 4px' }}>
            {items.length < changed ? `最早的${items.length}项` : '逐项'}
          </h3>
          <Items items={items} />
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
