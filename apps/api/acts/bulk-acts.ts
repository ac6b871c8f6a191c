import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { BulkBody, BulkDone, BulkItem, BulkResult } from '#contracts/bulk';
import { notFound, ProblemError } from '#contracts/problem';
import { MikroORM, RequestContext } from '#db/orm';
import { bulkStart } from '#db/queries/bulk-start';
import type { Instant } from '#domain/day';
import { bulkActions } from '#domain/bulk';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';
import { HandIn } from './hand-in.ts';

/** Acts under way side by side; each keeps its own transaction and its own case busy for some 50 ms. */
const atOnce = 4;

/** Many acts in one request, each by the same door as a single one: no check is left out, no failure stops another. */
@Injectable()
export class BulkActs {
  private readonly logger = new Logger(BulkActs.name);

  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handIn: HandIn,
  ) {}

  async run(by: Signed, { action, items }: BulkBody): Promise<BulkDone> {
    if (!bulkActions.includes(action)) throw notFound('此项办理不能批量进行，请逐项办理。');
    const actIds = items.map(({ actId }) => actId);
    const asOf = await bulkStart(this.orm.em.fork(), actIds, this.clock.now());
    const results = new Map<BulkItem, BulkResult>();
    const queue = items.values();
    let silent = false;
    const work = async () => {
      for (const item of queue) {
        // Once one was not answered, the others would keep the person waiting half a minute each.
        const result = silent ? notTried(item) : await this.one(by, action, item, asOf);
        silent ||= result.refused?.code === 'no-answer';
        results.set(item, result);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { items: items.flatMap((item) => results.get(item) ?? []) };
  }

  private async one(by: Signed, action: string, item: BulkItem, asOf: Instant): Promise<BulkResult> {
    const { caseId, actId, ...rest } = item;
    try {
      const body = { action, actId, ...rest };
      const act = () => this.handIn.act({ ...by }, caseId, body, asOf);
      return { caseId, actId, receipt: await RequestContext.create(this.orm.em, act), refused: null };
    } catch (error) {
      if (error instanceof ProblemError) return refused(item, error.code, error.message);
      this.logger.error(error);
      return refused(item, 'failed', '系统出现意外情况，此项没有办理；请稍后重试。');
    }
  }
}

const passing = ['no-answer', 'failed', 'facts-changed'];
const refused = ({ caseId, actId }: BulkItem, code: string, detail: string): BulkResult => ({
  ...{ caseId, actId, receipt: null },
  refused: { code, detail, again: passing.includes(code) },
});
const notTried = (item: BulkItem): BulkResult =>
  refused(item, 'no-answer', '系统暂时没有答复，此项还没有办理；请稍后重试。');
