import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActMessage } from '#contracts/act';
import type { CaseState } from '#domain/case';
import { shanghaiDay, type Instant } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import type { NoticeContent } from '#domain/notice';
import { isRefusal } from '#domain/permission';
import { decide } from '#domain/procedure';
import { ruleBookFor } from '../queries/rule-book.ts';
import { writeAct } from './commit-act.ts';
import { keepSubmission } from './keep-submission.ts';

interface Tried {
  caseId: string;
  kind: string;
  seq: number;
  state: CaseState;
  message: ActMessage;
  form: Record<string, unknown>;
  now: Instant;
}

export interface TriedPaper {
  /** The effect that orders it. */
  idx: number;
  code: string;
  content: NoticeContent;
}

/** Carries the papers out of the transaction that is rolled back. */
class Undone extends Error {
  constructor(readonly papers: TriedPaper[]) {
    super('undone');
  }
}

/**
 * The papers that an act would issue, worded by the very commit that would issue them, of which nothing stays: what is
 * signed is what was looked at, to the last word. None where the act would be refused, which is the case's to say.
 */
export async function tryAct(em: EntityManager, tried: Tried): Promise<TriedPaper[]> {
  const { caseId, kind, seq, state, message, form, now } = tried;
  const { actor } = message;
  const day = shanghaiDay(now);
  const event = { ...message, at: now, day };
  const decision = decide(kindOf(kind), state, event, await ruleBookFor(em, kind, day, state));
  if (isRefusal(decision) || actor === 'system') return [];
  const { effects, actingFor } = decision;
  if (!effects.some(({ type }) => type === 'issueNotice')) return [];
  const done = { ...event, ...(actingFor === undefined ? {} : { actingFor }) };
  const input = { caseId, kind, seq: seq + 1, event: done, state: decision.state, effects };
  try {
    await em.fork().transactional(async (tx) => {
      await keepSubmission(tx, { ...message, caseId, form, personId: actor.personId, at: now });
      const { status } = await writeAct(tx, input, 'trial');
      throw new Undone(status === 'committed' ? await worded(tx, caseId, seq + 1) : []);
    });
    return [];
  } catch (error) {
    if (error instanceof Undone) return error.papers;
    throw error;
  }
}

const worded = (tx: EntityManager, caseId: string, seq: number): Promise<TriedPaper[]> =>
  tx.execute<TriedPaper[]>(
    'select idx, code, content from notice where case_id = ? and seq = ? order by idx, nth',
    [caseId, seq],
  );
