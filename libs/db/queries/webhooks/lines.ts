import type { WebhookEvent } from '#contracts/webhook-event';
import { webhookEvents } from '#contracts/webhook-event';
import type { Day } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { roles, type Role } from '#domain/role';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { actionLabel } from '../cases/action-label.ts';

interface Row {
  position: string;
  outbox_id: string;
  sort: 'message' | 'case-event';
  at: string;
  message_id: string | null;
  code: string | null;
  org_id: string | null;
  role: Role | null;
  person_id: string | null;
  params: Record<string, string | number> | null;
  case_id: string | null;
  number: string | null;
  kind: string | null;
  seq: number | null;
  action: string | null;
  stage: string | null;
  step: string | null;
  due: Day | null;
}

export interface OutboxEntry {
  position: string;
  event: WebhookEvent;
  caseId: string | null;
  /** What the receiver is told: ids, codes, numbers, days and labels. */
  body: Record<string, unknown>;
}

/** The lines after a position, in order. */
export async function outboxAfter(em: EntityManager, cursor: string, limit: number): Promise<OutboxEntry[]> {
  const rows = await em.execute<Row[]>(sql`
    select o.position::text, o.id::text outbox_id, o.sort, o.at, o.message_id, m.code, m.org_id, m.role, m.person_id,
           m.params, o.case_id, c.number, c.kind, o.seq, e.action, coalesce(e.stage, c.stage) stage, t.step, t.due
      from outbox o
      left join message m on m.id = o.message_id
      left join case_file c on c.id = o.case_id
      left join case_event e on e.case_id = o.case_id and e.seq = o.seq
      left join todo t on t.case_id = o.case_id and t.key = m.params ->> 'todo'
     where o.position > ${cursor}::bigint order by o.position limit ${limit}`);
  return rows.map((row) => ({
    position: row.position,
    event: row.sort === 'message' ? ((row.code ?? '') as WebhookEvent) : 'case-event',
    caseId: row.case_id,
    body: bodyOf(row),
  }));
}

/** Of a message's params only these: others may hold what somebody typed. */
const passed = ['rung', 'turn', 'lateBy', 'noticeId', 'number'] as const;

function bodyOf(row: Row): Record<string, unknown> {
  const at = instantFromDatabase(row.at);
  const file = caseOf(row);
  if (row.sort === 'case-event') {
    const { seq, action } = row;
    return { type: 'case-event', at, case: file, event: { seq, action, actionLabel: labelOf(row) } };
  }
  const { message_id: id, code, org_id: orgId, role, person_id: personId, params } = row;
  const to = { orgId, role, roleLabel: role && roles[role], personId };
  const label = webhookEvents[code as WebhookEvent]?.replace(/^消息：/, '') ?? code;
  const more = Object.fromEntries(
    passed.flatMap((name) => (params?.[name] === undefined ? [] : [[name, params[name]]])),
  );
  const step = row.step && {
    step: row.step,
    stepLabel: row.kind ? (kindOf(row.kind).steps[row.step]?.label ?? row.step) : row.step,
    due: row.due,
  };
  return { type: 'message', at, case: file, message: { id, code, label, to, todo: step || null, ...more } };
}

function caseOf({ case_id: id, number, kind, stage }: Row) {
  if (!id || !kind) return null;
  const { label, stages } = kindOf(kind);
  return { id, number, kind, kindLabel: label, stage, stageLabel: (stage && stages[stage]) ?? stage };
}

const labelOf = ({ kind, action }: Row) => (kind && action ? actionLabel(kind, action) : action);
