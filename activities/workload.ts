import { v5 as uuidv5 } from 'uuid';
import type { Clock } from '#config/clock';
import { endHandover, keepMove, nextMove, touchedSince } from '#db/commands/workload-moves';
import type { OpenHandover, OpenMove } from '#db/commands/workload-moves';
import type { EntityManager } from '#db/orm';
import { actorAt } from '#db/queries/acting';
import { actStanding } from '#db/queries/act-standing';
import type { Actor } from '#domain/actor';
import { mayHandOver, mayMoveWorkOf } from '#domain/workload';
import { Refused } from '#runner/refused';
import type { RunnerClient } from '#runner/runner-client';
import { beating } from './beating.ts';
import { movePersonally } from './person-act.ts';

/** 工作移交 in the background: todo by todo, each an act of its own, until all are moved, or somebody pauses it. */
export function workloadActivities(em: EntityManager, runner: RunnerClient, clock: Clock) {
  async function one(by: Actor, handover: OpenHandover, move: OpenMove): Promise<void> {
    const { id, direction, fromId, fromName, own, reason } = handover;
    const back = direction === 'back';
    const { idx, caseId, key } = move;
    // Derived, so that a worker that goes on after another was killed moves nothing twice.
    const actId = uuidv5(`${direction}:${idx}`, id);
    const at = clock.now();
    try {
      const stands = (await actStanding(em.fork(), caseId, actId)).result;
      const touched = back && !stands ? await touchedSince(em.fork(), move) : undefined;
      if (touched) return await keepMove(em.fork(), { id, idx }, { status: 'kept', why: touched, at });
      const seq = await movePersonally({ em, runner, clock }, by, {
        ...{ actId, caseId, key, toId: back ? fromId : move.toId },
        action: own ? 'hand-over' : 'reassign',
        reason: `${back ? '撤回' : ''}工作移交（原承办人：${fromName}）：${reason}`,
      });
      await keepMove(em.fork(), { id, idx }, { status: back ? 'returned' : 'done', seq, at });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await keepMove(em.fork(), { id, idx }, { status: back ? 'kept' : 'refused', why: error.reason, at });
    }
  }

  return {
    moveWorkload: ({ handoverId }: { handoverId: string }): Promise<void> =>
      beating(async () => {
        for (;;) {
          const next = await nextMove(em.fork(), handoverId, clock.today());
          if (!next) return;
          const { handover, move } = next;
          if (!move) return endHandover(em.fork(), handover, 'finished');
          const by = await actorAt(em.fork(), handover.byId, { day: clock.today(), at: clock.now() });
          if (!mayGoOn(handover, by)) {
            const why = '下达移交的人已不再担任相应岗位，其余事项没有移交；请由现任负责人重新移交。';
            return endHandover(em.fork(), handover, 'stopped', why);
          }
          await one(by, handover, move);
        }
      }),
  };
}
export type WorkloadActivities = ReturnType<typeof workloadActivities>;

const mayGoOn = ({ byGone, direction, fromId, offices }: OpenHandover, by: Actor): boolean =>
  !byGone && (direction === 'back' ? mayMoveWorkOf(by, offices) : mayHandOver(by, fromId, offices));
