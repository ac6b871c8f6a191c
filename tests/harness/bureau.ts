import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { systemClock } from '#config/clock';
import type { ActMessage, ActResult } from '#contracts/act';
import { newId } from '#db/id';
import { openOrm, type MikroORM } from '#db/orm';
import { actorAt } from '#db/queries/acting';
import { actStanding } from '#db/queries/act-standing';
import { loadDemo } from '#db/seed/demo';
import type { Actor } from '#domain/actor';
import { instantOf } from '#domain/day';
import type { Role } from '#domain/role';
import { connectRunner, type RunnerClient } from '#runner/runner-client';
import { Refused } from '#runner/refused';
import { sendAct, type Target } from '#runner/send-act';
import { freshDatabase } from './databases.ts';
import { untilAtLast } from './poll.ts';
import { prover } from './proven.ts';
import { startProcess, type Running } from './process.ts';
import { temporalAddress } from './temporal.ts';

export interface Bureau {
  orm: MikroORM;
  runner: RunnerClient;
  environment: Record<string, string>;
  /** The product's own worker, or the one that this file starts. */
  startWorker(file?: string): Promise<Running>;
  /** Somebody who holds this role there today; `org` is a part of the organisation's name. */
  person(role: Role, org?: string): Promise<Actor>;
  orgId(name: string): Promise<string>;
  send(target: Target, message: ActMessage): Promise<ActResult>;
  /** The act with the proofs of the papers that it issues, for what is sent by another way. */
  proven(target: Target, message: ActMessage): Promise<ActMessage>;
  act(
    caseId: string,
    actor: ActMessage['actor'],
    action: string,
    fields?: unknown,
    actId?: string,
  ): Promise<ActResult>;
  stop(): Promise<void>;
}

interface Office {
  databaseUrl?: string;
  address?: string;
  /** A server of its own whose time is skipped. */
  time?: TestWorkflowEnvironment;
}

/** A demo bureau on a database and task queue of its own, with workers as processes that can be killed. */
export async function bureau({ databaseUrl, address, time }: Office = {}): Promise<Bureau> {
  const url = databaseUrl ?? (await freshDatabase());
  const temporal = time?.address ?? address ?? temporalAddress();
  const now = async () => (time ? instantOf(await time.currentTimeMs()) : systemClock.now());
  const orm = await openOrm(url, { poolSize: 5 });
  await loadDemo(orm.em.fork(), { environment: 'test', clock: systemClock });
  const dataDir = mkdtempSync(join(tmpdir(), 'duxing-bureau-'));
  const taskQueue = `test-${newId()}`;
  const runner = connectRunner(temporal, 'default', taskQueue);
  const environment = {
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_TASK_QUEUE: taskQueue,
    DATA_DIR: dataDir,
  };
  const workers: Running[] = [];
  const standing = (caseId: string, actId: string) => actStanding(orm.em.fork(), caseId, actId);
  const { prove, close } = prover(orm);
  const sendProven = async (target: Target, message: ActMessage) => {
    const asked = async () => prove(target, message, await now());
    const proven = await untilAtLast('PostgreSQL answers', asked, 60_000);
    return sendAct(runner, target, proven, { standing, patienceMs: 60_000 });
  };
  /** A paper that another signature changed meanwhile is looked at and signed again, as people do. */
  const send = async (target: Target, message: ActMessage): Promise<ActResult> => {
    for (let turn = 0; ; turn += 1) {
      try {
        return await sendProven(target, message);
      } catch (error) {
        if (!(error instanceof Refused && error.reason.includes('请重新查看文书') && turn < 5)) throw error;
      }
    }
  };
  return {
    orm,
    runner,
    environment,
    async startWorker(file = 'apps/worker/main.ts') {
      const worker = await startProcess(file, 'worker polls', environment);
      workers.push(worker);
      return worker;
    },
    async person(role, org = '') {
      const em = orm.em.fork();
      const [row] = await em.execute<{ person_id: string }[]>(
        `select person_id from post join org on org.id = org_id
          where role = ? and name like ? and until_day is null order by person_id limit 1`,
        [role, `%${org}%`],
      );
      if (!row) throw new Error(`nobody is ${role} at ${org}`);
      return actorAt(em, row.person_id, { day: systemClock.today(), at: systemClock.now() });
    },
    async orgId(name) {
      const [row] = await orm.em
        .fork()
        .execute<{ org_id: string }[]>('select org_id from org_name where name = ?', [name]);
      if (!row) throw new Error(`no organisation ${name}`);
      return row.org_id;
    },
    send,
    proven: async (target, message) => prove(target, message, await now()),
    act: (caseId, actor, action, fields = {}, actId = newId()) =>
      send({ caseId, kind: 'pairing' }, { actId, action, actor, fields, facts: {} }),
    async stop() {
      await Promise.all(workers.map((worker) => worker.kill()));
      await close();
      await orm.close(true);
      await runner.client.connection.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
