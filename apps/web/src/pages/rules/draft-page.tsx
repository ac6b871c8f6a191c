import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { RuleDraft } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayText } from '../../days/day-text.ts';
import { DraftPage, hasEnded } from '../../drafts/draft-page.tsx';
import { PageBody } from '../../layout/page-head.tsx';
import { WideTable } from '../../lists/wide-table.tsx';
import { Asked } from '../../states/asked.tsx';
import { RuleEffectPart } from './effect.tsx';
import { ruleDraftQuery } from './queries.ts';
import { RemoveRow } from './remove-row.tsx';
import classes from './rules.module.css';

export default function RuleDraftPage() {
  const { id = '' } = useParams();
  const query = useQuery(ruleDraftQuery(id));
  return (
    <PageBody>
      <Asked query={query} what="读取规则变动" rows={10} whole>
        {(draft) => <Draft draft={draft} />}
      </Asked>
    </PageBody>
  );
}

const approving = [
  '批准后列入规则，自生效日起适用；原来的规定到前一日为止，留存备查。',
  '在办事项随即逐件得知，每件的办理过程中记一行；已经起算的期限不变。',
  '批准不能收回；需要更正的，同一生效日另报一条即可代替。',
];

function Draft({ draft }: { draft: RuleDraft }) {
  const { id, version, table, tableLabel, rows, may } = draft;
  const [first = ''] = rows.map(({ from }) => from).sort();
  return (
    <DraftPage
      draft={draft}
      title={`规则变动：${tableLabel}`}
      trail={[{ label: '规则', to: `/rules?table=${table}` }, { label: tableLabel }]}
      words={{ approve: approving }}
      since={`，${dateText(first)}起生效`}
    >
      <Rows draft={draft} />
      {may.edit && table !== 'office-hours' ? (
        <p>
          <Link to={`/rules?table=${table}&draft=${id}`}>再加一条，一起报批</Link>
        </p>
      ) : null}
      {hasEnded(draft) ? null : <RuleEffectPart id={id} version={version} />}
    </DraftPage>
  );
}

type Row = RuleDraft['rows'][number];

function Rows({ draft }: { draft: RuleDraft }) {
  const today = useToday();
  const { id, table, rows, may } = draft;
  return (
    <section className="section" aria-labelledby="rows" style={{ marginTop: 0 }}>
      <h2 id="rows">原来的规定和新的规定</h2>
      <WideTable<Row>
        width={860}
        rowKey={({ code, from }) => `${code} ${from}`}
        pagination={false}
        dataSource={rows}
        columns={[
          { title: '规则', width: 190, render: (_, { name, group }) => `${name}（${group}）` },
          { title: '原来', render: (_, { before }) => before ?? '没有这一条' },
          { title: '改为', render: (_, { words }) => <b>{words ?? '终止，不再有这一条'}</b> },
          { title: '自哪一天起', width: 160, render: (_, { from }) => dayText(from, today) },
          {
            title: '依据',
            width: 200,
            render: (_, { ground, markLabel }) => (markLabel ? `${ground}（${markLabel}）` : ground),
          },
          ...(may.edit
            ? [
                {
                  title: '',
                  width: 90,
                  render: (_: unknown, _row: Row, index: number) => (
                    <span className={classes['acts']}>
                      <Link to={`/rules/new?table=${table}&draft=${id}&row=${index}`}>修改</Link>
                      {rows.length > 1 ? <RemoveRow draft={draft} index={index} /> : null}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
