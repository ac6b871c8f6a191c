import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { RuleDraft } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayText, instantText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { WideTable } from '../../lists/wide-table.tsx';
import { Asked } from '../../states/asked.tsx';
import { RuleDraftActs } from './draft-acts.tsx';
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

function Draft({ draft }: { draft: RuleDraft }) {
  const today = useToday();
  const { id, version, table, tableLabel, statusLabel, status, proposedBy, changedAt, may } = draft;
  const ended = status === 'published' || status === 'withdrawn';
  return (
    <>
      <PageHead
        title={`规则变动：${tableLabel}（${statusLabel}）`}
        trail={[{ label: '规则', to: `/rules?table=${table}` }, { label: tableLabel }]}
        facts={
          <>
            <span>报送：{proposedBy}</span>
            <span>{instantText(changedAt, today)}</span>
          </>
        }
      />
      <Decided draft={draft} />
      {draft.problems.length > 0 ? (
        <div className={classes['wrong']}>
          <p>改正之后才能报批和批准：</p>
          <ul>
            {draft.problems.map((problem) => (
              <li key={problem}>■ {problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <RuleDraftActs key={version} draft={draft} />
      <Rows draft={draft} />
      {may.edit && table !== 'office-hours' ? (
        <p>
          <Link to={`/rules?table=${table}&draft=${id}`}>再加一条，一起报批</Link>
        </p>
      ) : null}
      {ended ? null : <RuleEffectPart id={id} version={version} />}
    </>
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

function Decided({ draft: { status, decidedBy, decidedAt, reason, rows } }: { draft: RuleDraft }) {
  const today = useToday();
  if (!decidedBy || !decidedAt) return null;
  const when = instantText(decidedAt, today);
  if (status === 'returned')
    return (
      <p className={classes['remind']}>
        {decidedBy}于{when}退回：{reason}
      </p>
    );
  const first = rows.map(({ from }) => from).sort()[0] ?? '';
  return status === 'published' ? (
    <p className="muted">
      {decidedBy}于{when}批准并发布，{dateText(first)}起生效。
    </p>
  ) : null;
}
