import type { Clock } from '#config/clock';
import type { HandoverState, WorkloadOrder } from '#contracts/workload';
import { conflict, notFound } from '#contracts/problem';
import { mayHandOver, mayMoveWorkOf } from '#domain/workload';
import { WorkloadHandover, WorkloadHandoverItem } from '../entities/workload-handover.ts';
import type { WorkloadHandoverRow } from '../entities/workload-handover.ts';
import type { EntityManager } from '../orm.ts';
import type { SignedIn } from '../queries/signed-in.ts';
import { plannedHandover } from '../queries/workload/planned.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

type By = SignedIn & LogSource;

/** Orders the moves that can be made now; what cannot be handed over is kept with the reason. */
export function orderHandover(
  em: EntityManager,
  clock: Clock,
  by: By,
  personId: string,
  { id, reason, ...plan }: WorkloadOrder,
): Promise<string> {
  return em.transactional(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 14))', [personId]);
    const before = await tx.findOne(WorkloadHandover, { id });
    if (before?.fromId === personId && before.byId === by.personId) return id;
    if (before) throw conflict('该编号已用于另一次移交，请刷新后重试。');
    const open = await tx.findOne(WorkloadHandover, { fromId: personId, status: ['running', 'paused'] });
    if (open) throw conflict('此人已有一次移交正在进行或已暂停，请先等它完成，或者撤回。', 'open');
    const { person, posts, items } = await plannedHandover(tx, clock, by, personId, plan);
    const moved = items.filter(({ why }) => why === null);
    if (moved.length === 0) throw conflict('没有可以移交的事项。', 'nothing');
    await tx.insert(WorkloadHandover, {
      ...{ id, fromId: personId, byId: by.personId, at: clock.now(), reason },
      offices: posts.map(({ orgId, role }) => ({ orgId, role })),
      ...{ direction: 'forth', status: 'running' },
    });
    await tx.insertMany(
      WorkloadHandoverItem,
      items.map(({ caseId, key, what, to, why }, idx) => ({
        ...{ handoverId: id, idx, caseId, key, what, why, toId: to?.id ?? personId },
        status: why === null ? ('waiting' as const) : ('refused' as const),
      })),
    );
    const names = [...new Set(moved.map(({ to }) => to?.name ?? ''))].join('、');
    await log(tx, clock, by, personId, `移交${person.name}的工作${moved.length}项给${names}：${reason}`, id);
    return id;
  });
}

export const pauseHandover = (em: EntityManager, clock: Clock, by: By, id: string): Promise<void> =>
  change(em, clock, by, id, '暂停', (row) => {
    if (row.status !== 'running') throw conflict('这次移交没有在进行。', 'status');
    return { status: 'paused' };
  });

export const resumeHandover = (em: EntityManager, clock: Clock, by: By, id: string): Promise<void> =>
  change(em, clock, by, id, '继续', (row) => {
    if (row.status !== 'paused') throw conflict('这次移交没有暂停。', 'status');
    return { status: 'running' };
  });

/** Item by item back to whoever had it, as long as nobody has touched it; what was not moved yet stays where it is. */
export const undoHandover = (em: EntityManager, clock: Clock, by: By, id: string): Promise<void> =>
  change(em, clock, by, id, '撤回', async (row, tx) => {
    if (row.direction === 'back') throw conflict('这次移交已经撤回，或者正在撤回。', 'status');
    if (!mayMoveWorkOf(by.actor, row.offices))
      throw conflict('撤回要把事项改派回原承办人，由处室负责人、领导办理；医院由主要负责人办理。', 'office');
    const other = { fromId: row.fromId, id: { $ne: id }, status: { $in: ['running', 'paused'] } } as const;
    if (await tx.findOne(WorkloadHandover, other))
      throw conflict('此人另有一次移交正在进行，请先等它完成。', 'open');
    const waiting = { handoverId: id, status: 'waiting' } as const;
    await tx.nativeUpdate(WorkloadHandoverItem, waiting, { status: 'dropped' });
    return {
      ...{ status: 'running', direction: 'back', why: null },
      ...{ undoneById: by.personId, undoneAt: clock.now() },
    };
  });

type Change = Partial<Pick<WorkloadHandoverRow, 'direction' | 'why' | 'undoneById' | 'undoneAt'>> & {
  status: HandoverState;
};

function change(
  em: EntityManager,
  clock: Clock,
  by: By,
  id: string,
  verb: string,
  of: (row: WorkloadHandoverRow, tx: EntityManager) => Change | Promise<Change>,
): Promise<void> {
  return em.transactional(async (tx) => {
    await tx.execute('select 1 from workload_handover where id = ? for update', [id]);
    const row = await tx.findOne(WorkloadHandover, { id }, { refresh: true });
    if (!row || !mayHandOver(by.actor, row.fromId, row.offices))
      throw notFound('没有这次移交，或者不由您办理。');
    await tx.nativeUpdate(WorkloadHandover, { id }, await of(row, tx));
    await log(tx, clock, by, row.fromId, `${verb}工作移交`, id);
  });
}

async function log(
  tx: EntityManager,
  clock: Clock,
  by: By,
  subjectId: string,
  detail: string,
  handoverId: string,
): Promise<void> {
  const about = { subject: 'person', subjectId, data: { handoverId } };
  await writeLog(tx, clock, by, { kind: 'workload-moved', detail, ...about });
}
