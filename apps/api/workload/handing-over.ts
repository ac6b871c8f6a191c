import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { WorkloadOrder } from '#contracts/workload';
import * as commands from '#db/commands/workload';
import { EntityManager } from '#db/orm';
import { goOnWithHandover } from '#runner/hand-over-work';
import type { RunnerClient } from '#runner/runner-client';
import type { Signed } from '#api/access/signed';
import { whenItStands } from '#api/once/when-it-stands';
import { CLOCK, RUNNER } from '#api/parts.module';

/** Writes what a person orders, and wakes whoever does it in the background. */
@Injectable()
export class HandingOver {
  private readonly logger = new Logger('workload');

  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUNNER) private readonly runner: RunnerClient,
  ) {}

  async order(by: Signed, personId: string, order: WorkloadOrder): Promise<string> {
    const id = await commands.orderHandover(this.em, this.clock, by, personId, order);
    await whenItStands(() => this.wake(id));
    return id;
  }

  pause(by: Signed, id: string): Promise<void> {
    return commands.pauseHandover(this.em, this.clock, by, id);
  }

  async resume(by: Signed, id: string): Promise<void> {
    await commands.resumeHandover(this.em, this.clock, by, id);
    await whenItStands(() => this.wake(id));
  }

  async undo(by: Signed, id: string): Promise<void> {
    await commands.undoHandover(this.em, this.clock, by, id);
    await whenItStands(() => this.wake(id));
  }

  /** Not waited for: the order stands, and where Temporal is away the worker's upkeep begins it. */
  private wake(id: string): void {
    goOnWithHandover(this.runner, id).catch((error: unknown) =>
      this.logger.warn(`handover ${id} not started: ${String(error)}`),
    );
  }
}
