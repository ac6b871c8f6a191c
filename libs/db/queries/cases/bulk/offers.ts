import type { Clock } from '#config/clock';
import type { BulkOffer, BulkOffers, BulkSelection } from '#contracts/bulk';
import type { TodoLine } from '#contracts/case';
import type { Actor } from '#domain/actor';
import { bulkActions, bulkPaperCodes, bulkTargets } from '#domain/bulk';
import type { CaseState } from '#domain/case';
import { consequencesOf } from '#domain/consequences';
import type { DeadlineRule } from '#domain/deadline';
import { kindOf } from '#domain/kinds/index';
import type { EntityManager } from '../../../orm.ts';
import { sql, uuids } from '../../../sql.ts';
import { currentCalendar, rulesInForce } from '../../rule-book.ts';
import { formSchema } from '../form-schema.ts';
import type { Field } from '../form-schema.ts';
import { colleagues } from '../supervision/people-options.ts';
import { todoColumns, todoLines } from '../todo-line.ts';
import type { TodoRow } from '../todo-line.ts';
import { seen, sightOf } from '../visible.ts';

interface Row {
  id: string;
  kind: string;
  number: string;
  title: string;
  state: CaseState;
}

interface Chosen {
  row: Row;
  /** Its open todos that were selected, by key. */
  todos: Map<string, TodoLine>;
  /** Selected as a case, with all that is open in it. */
  whole: boolean;
}

type Subject = Omit<BulkOffer['left'][number], 'reason'>;

/** What may be done at once to what somebody has selected, each case asked as it stands; nothing is offered in vain. */
export async function bulkOffersFor(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  selection: BulkSelection,
): Promise<BulkOffers> {
  const chosen = await chosenCases(em, clock, actor, selection);
  const { deadline: rules } = await rulesInForce(em);
  const actions: BulkOffer[] = [];
  for (const code of selection.papers ? bulkPaperCodes : bulkActions) {
    const offer = offerOf(chosen, actor, code, { today: clock.today(), rules });
    if (!offer) continue;
    const orgId = offer.items[0]?.onBehalfOf;
    const asksPerson = Object.hasOwn(offer.schema.properties ?? {}, 'personId');
    const asking = { today: clock.today(), who: { personId: actor.personId, ...(orgId ? { orgId } : {}) } };
    actions.push({ ...offer, options: asksPerson ? { personId: await colleagues(em, asking) } : {} });
  }
  return { actions };
}

async function chosenCases(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { todos, caseIds }: Pick<BulkSelection, 'todos' | 'caseIds'>,
): Promise<Chosen[]> {
  const ids = [...new Set([...caseIds, ...todos.map(({ caseId }) => caseId)])];
  const rows = await em.execute<Row[]>(sql`
    select c.id, c.kind, c.number, c.title, c.state from case_file c
     where c.id = any(${uuids(ids)}) and c.closed_at is null and ${seen(await sightOf(em, actor), sql`c.id`)}
     order by c.number`);
  const open = await em.execute<TodoRow[]>(sql`
    select ${todoColumns} from todo t join case_file c on c.id = t.case_id left join org o on o.id = t.org_id
     where t.case_id = any(${uuids(rows.map(({ id }) => id))}) and t.closed_at is null order by t.due, t.id`);
  const wanted = new Set(todos.map(({ caseId, key }) => `${caseId}/${key}`));
  const whole = new Set(caseIds);
  const picked = open.filter((row) => whole.has(row.case_id) || wanted.has(`${row.case_id}/${row.key}`));
  const lines = await todoLines(em, picked, clock.today(), await currentCalendar(em));
  return rows.map((row) => {
    const own = lines.filter(({ caseId }) => caseId === row.id);
    return { row, todos: new Map(own.map((line) => [line.key, line])), whole: whole.has(row.id) };
  });
}

type Found = Omit<BulkOffer, 'schema' | 'options'> & { schema: Field };

function offerOf(
  chosen: readonly Chosen[],
  actor: Actor,
  code: string,
  { today, rules }: { today: string; rules: readonly DeadlineRule[] },
): Found | undefined {
  const items: BulkOffer['items'] = [];
  const left: BulkOffer['left'] = [];
  let first: Row | undefined;
  for (const one of chosen) {
    const { row, todos } = one;
    const keys = [...todos].filter(([, line]) => isMeant(one, code, line)).map(([key]) => key);
    const { targets, refusal } = bulkTargets(kindOf(row.kind), row.state, code, { actor, keys });
    if (targets.length > 0) first ??= row;
    items.push(...targets.map(({ keys: about, ...act }) => ({ ...subject(one, about), ...act })));
    const rest = keys.filter((key) => !targets.some((target) => target.keys.includes(key)));
    if (refusal && rest.length > 0) left.push({ ...subject(one, rest), reason: refusal.reason });
  }
  const action = first && kindOf(first.kind).actions[code];
  if (!first || !action) return undefined;
  const { label, verb } = action;
  const said = consequencesOf(action, first.state, rules, today);
  const near = code === 'urge' && chosen.some(({ whole }) => whole);
  const consequences = near ? [...said, '所选案件中，只催办已逾期和临近期限的事项。'] : said;
  return { action: code, label, verb, consequences, schema: common(first.kind, code), items, left };
}

/** Who ticks a case means what is pressing in it, not all that is due in months. */
const isMeant = ({ whole }: Chosen, code: string, { lateness }: TodoLine): boolean =>
  !whole || code !== 'urge' || lateness === 'overdue' || lateness === 'soon';

function subject({ row, todos }: Chosen, keys: readonly string[]): Subject {
  const what = keys.flatMap((key) => {
    const line = todos.get(key);
    return line ? [`${line.stepLabel}${line.detail ? `（${line.detail}）` : ''}·${line.office}`] : [];
  });
  return { caseId: row.id, caseNumber: row.number, caseTitle: row.title, what };
}

const ofEach = ['todo', 'todos', 'request'];

/** The form without what names the todo or the request. */
function common(kind: string, code: string): Field {
  const { properties = {}, required, ...schema } = formSchema(kind, code) ?? {};
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !ofEach.includes(name)));
  const asked = Array.isArray(required) ? required.filter((name) => !ofEach.includes(String(name))) : [];
  return { ...schema, properties: kept, required: asked };
}
