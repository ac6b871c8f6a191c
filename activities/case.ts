import type { EntityManager } from '#db/orm';
import type { CommitInput, CommitOutcome, LoadedCase, LookOutcome } from '#contracts/act';
import { commitAct, lookForAct } from '#db/commands/commit-act';
import { ruleBookFor } from '#db/queries/rule-book';
import { storedCase } from '#db/queries/stored-case';
import { shanghaiDay, type Instant } from '#domain/day';

/** Local activities of the runner: what it starts from, and the one commit. */
export function caseActivities(em: EntityManager) {
  return {
    async loadCase({
      caseId,
      kind,
      now,
    }: {
      caseId: string;
      kind: string;
      now: Instant;
    }): Promise<LoadedCase> {
      const fork = em.fork();
      const stored = await storedCase(fork, caseId);
      return { stored, book: await ruleBookFor(fork, kind, shanghaiDay(now), stored?.state) };
    },
    commitAct: (input: CommitInput): Promise<CommitOutcome> => commitAct(em, input),
    lookForAct: (input: { caseId: string; actId: string; seq: number }): Promise<LookOutcome> =>
      lookForAct(em, input),
  };
}
export type CaseActivities = ReturnType<typeof caseActivities>;
