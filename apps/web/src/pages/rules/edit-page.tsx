import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import type { RuleDraft, RuleLine, Rules, RuleTable } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { ruleTableLabels } from '../../api/labels.ts';
import { ProblemError } from '../../api/problem.ts';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { AdminForm } from '../orgs/admin-form.tsx';
import { BasisFields } from './basis-fields.tsx';
import { TableFields } from './table-fields.tsx';
import { endOf, newStages, proposalOf, rowOf, valuesOf, type ProposalRow, type RowValues } from './given.ts';
import { ruleDraftQuery, rulesQuery } from './queries.ts';
import classes from './rules.module.css';

/** One rule: another row for it, a rule of its own, or its end. Into an own draft, or a new one. */
export default function RuleEditPage() {
  const [address] = useSearchParams();
  const draftId = address.get('draft') ?? '';
  const rules = useQuery(rulesQuery);
  const draft = useQuery({ ...ruleDraftQuery(draftId), enabled: draftId !== '' });
  const table = Object.keys(ruleTableLabels).find((one) => one === address.get('table')) as
    RuleTable | undefined;
  if (!table) return <EmptyState title="没有选择规则" text="请从规则一览中选择要改动的一条。" whole />;
  return (
    <PageBody>
      <Asked query={rules} what="读取规则" rows={8} whole>
        {(all) =>
          draftId === '' ? (
            <Edit table={table} rules={all} address={address} />
          ) : (
            <Asked query={draft} what="读取草稿" rows={8} whole>
              {(found) => <Edit table={table} rules={all} address={address} draft={found} />}
            </Asked>
          )
        }
      </Asked>
    </PageBody>
  );
}

interface EditProps {
  table: RuleTable;
  rules: Rules;
  address: URLSearchParams;
  draft?: RuleDraft;
}

function Edit({ table, rules, address, draft }: EditProps) {
  const go = useNavigate();
  const cache = useQueryClient();
  const today = useToday();
  const lines = rules.tables.find((one) => one.table === table)?.rows ?? [];
  const at = address.get('row');
  const before: readonly ProposalRow[] = draft?.proposal.rows ?? [];
  const edited = at === null ? undefined : before[Number(at)];
  const code = edited ? ('code' in edited ? edited.code : undefined) : (address.get('code') ?? undefined);
  const line = lines.find((one) => one.code === code);
  const ends = edited ? edited.does === 'end' : address.get('end') !== null;
  const send = async (values: RowValues): Promise<string> => {
    const row = ends && code ? endOf(code, values) : rowOf(table, values, code);
    const rows = edited ? before.map((one) => (one === edited ? row : one)) : [...before, row];
    const proposal = proposalOf(table, rows);
    const index = edited ? Number(at) : before.length;
    if (!draft) return (await besideFields(index, ask(api.POST('/api/rules/drafts', { body: proposal })))).id;
    const path = { params: { path: { id: draft.id } } };
    const body = { version: draft.version, proposal };
    await besideFields(index, ask(api.POST('/api/rules/drafts/{id}/rows', { ...path, body })));
    return draft.id;
  };
  const back = draft ? `/rules/drafts/${draft.id}` : `/rules?table=${table}`;
  let saved = '';
  return (
    <>
      <PageHead
        title={titleOf(table, line, ends)}
        trail={[{ label: '规则', to: `/rules?table=${table}` }, { label: ruleTableLabels[table] }]}
        facts="先存为草稿，看清对在办事项的影响，再报请另一人批准；批准之前一切照旧。"
      />
      {line?.now ? (
        <p className="muted">
          现行规定：{line.now.words}（自{dateText(line.now.from, today)}）
        </p>
      ) : null}
      <div className={classes['form']}>
        <AdminForm<RowValues>
          title={ends ? '从哪一天起终止' : '新的规定'}
          {...(ends ? { says: ['终止之后不再有这一条；以前按它办理的不受影响。'] } : {})}
          verb={draft ? '存入草稿' : '存为草稿，看影响'}
          initial={initialOf(table, rules, line, edited)}
          send={async (values) => void (saved = await send(values))}
          onDone={async () => {
            await cache.invalidateQueries({ queryKey: ['drafts'] });
            void go(`/rules/drafts/${saved}`);
          }}
          onCancel={() => void go(back)}
        >
          {ends ? null : <TableFields table={table} rules={rules} line={line} isNew={code === undefined} />}
          <BasisFields earliest={rules.earliest} ends={ends} />
        </AdminForm>
      </div>
    </>
  );
}

function titleOf(table: RuleTable, line: RuleLine | undefined, ends: boolean): string {
  if (!line) return `增加一条：${ruleTableLabels[table]}`;
  return `${ends ? '终止' : '改动'}：${line.name}`;
}

function initialOf(
  table: RuleTable,
  { earliest }: Rules,
  line: RuleLine | undefined,
  edited: ProposalRow | undefined,
): RowValues {
  if (edited) return valuesOf(edited);
  const basis: RowValues = { from: earliest, mark: 'default' };
  if (line) return { ...basis, ...valuesOf(line.values) };
  if (table === 'rung') return { ...basis, ladder: 'default', when: 'after', whom: 'leader' };
  return table === 'route' ? { ...basis, stages: newStages } : basis;
}

/** The server names the fields of all rows; the form has those of one. */
async function besideFields<T>(index: number, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problem.errors) throw error;
    const errors = error.problem.errors.map(({ field, detail }) => {
      const own = field.replace(/^proposal\./, '').replace(`rows.${index}.`, '');
      return { field: own === 'offsetWorkingDays' ? 'days' : own, detail };
    });
    throw new ProblemError({ ...error.problem, errors });
  }
}
