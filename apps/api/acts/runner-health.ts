import { Inject, Injectable } from '@nestjs/common';
import { Health } from '#api/health/health';
import { RUNNER } from '#api/parts.module';
import type { RunnerClient } from '#runner/runner-client';

/** A worker that has not asked for work for a minute is gone, and every case would stand still in silence. */
const silenceMs = 60_000;

@Injectable()
export class RunnerHealth {
  constructor(@Inject(RUNNER) runner: RunnerClient, health: Health) {
    const { connection } = runner.client;
    health.add('temporal', () =>
      connection.withDeadline(performance.timeOrigin + performance.now() + 3_000, () =>
        connection.workflowService.getSystemInfo({}),
      ),
    );
    health.add('worker', async () => {
      const { pollers } = await connection.withDeadline(
        performance.timeOrigin + performance.now() + 3_000,
        () =>
          connection.workflowService.describeTaskQueue({
            namespace: runner.client.options.namespace,
            taskQueue: { name: runner.taskQueue },
            taskQueueType: 1,
          }),
      );
      const fresh = (pollers ?? []).some(({ lastAccessTime }) => {
        const seconds = Number(lastAccessTime?.seconds ?? 0);
        return performance.timeOrigin + performance.now() - seconds * 1000 < silenceMs;
      });
      if (!fresh) throw new Error('no worker polls');
    });
  }
}
