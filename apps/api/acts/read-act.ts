import type { Clock } from '#config/clock';
import type { ActMessage } from '#contracts/act';
import type { ActBody } from '#contracts/case';
import { notFound, ProblemError } from '#contracts/problem';
import { writeLog } from '#db/commands/write-log';
import type { EntityManager } from '#db/orm';
import type { CaseState } from '#domain/case';
import type { Instant } from '#domain/day';
import type { Action } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import { isRefusal, type Refusal } from '#domain/permission';
import { entitled } from '#domain/procedure';
import type { Signed } from '#api/access/signed';
import { readFacts } from './read-facts.ts';
import { readForm } from './read-form.ts';

export const refusal = ({ refused, reason, field }: Refusal) =>
  new ProblemError(
    refused === 'office' ? 403 : 409,
    refused,
    reason,
    field ? [{ field, detail: reason }] : undefined,
  );

/** The case that an act is for, as it stood when the act came in. */
export interface FoundCase {
  caseId: string;
  kind: string;
  seq: number;
  state: CaseState;
}

export interface ReadAct {
  action: Action<CaseState>;
  message: ActMessage;
  form: Record<string, unknown>;
}

/** What a person hands in, checked: his form, the facts it rests on, and whether he may do it at all. */
export async function readAct(
  { em, clock }: { em: EntityManager; clock: Clock },
  by: Signed,
  { caseId, kind, state }: FoundCase,
  body: ActBody & { asOf?: Instant | undefined },
): Promise<ReadAct> {
  const action = kindOf(kind).actions[body.action];
  if (!action) throw notFound('没有这一办理步骤。');
  const { fields, form, ...read } = await readForm(em, by, action, body.form);
  const reading = { em, clock, caseId, state, ...(body.asOf ? { asOf: body.asOf } : {}) };
  const facts = { ...read.facts, ...(await readFacts(reading, body.action, form)) };
  const asking = { actor: by.actor, onBehalfOf: body.onBehalfOf, facts };
  const who = entitled(kindOf(kind), state, action, asking);
  if (isRefusal(who)) {
    if (who.refused === 'office') {
      const detail = `岗位不符，未准办理“${action.label}”`;
      const line = { kind: 'refused', subject: 'case', subjectId: caseId, detail } as const;
      await writeLog(em.fork(), clock, by, line);
    }
    throw refusal(who);
  }
  const message: ActMessage = {
    actId: body.actId,
    action: body.action,
    actor: by.actor,
    onBehalfOf: who.orgId,
    ...(who.actingFor ? { actingFor: who.actingFor } : {}),
    fields,
    facts,
  };
  return { action, message, form };
}
