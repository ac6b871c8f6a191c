import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { BulkBody, BulkDone, BulkItem, BulkResult } from '#contracts/bulk';
import { conflict, notFound, ProblemError } from '#contracts/problem';
import { writeLog } from '#db/commands/write-log';
import { MikroORM, RequestContext } from '#db/orm';
import { bulkStart } from '#db/queries/bulk-start';
import { caseForAct } from '#db/queries/case-for-act';
import type { Instant } from '#domain/day';
import { bulkActions, bulkPaperCodes, isBulkForm } from '#domain/bulk';
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
    if (!bulkActions.includes(action) && !bulkPaperCodes.includes(action))
      throw notFound('此项办理不能批量进行，请逐项办理。');
    const actIds = items.map(({ actId }) => actId);
    const asOf = await bulkStart(this.orm.em.fork(), actIds, this.clock.now());
    const results = new Map<BulkItem, BulkResult>();
    const queue = items.values();
    let silent = false;
    const work = async () => {
      for (const item of queue) {
        // Once one was not answered, the others would keep the person waiting as long, each.
        const result = silent ? notTried(item) : await this.one(by, action, item, asOf);
        silent ||= result.refused?.code === 'no-answer' || result.refused?.code === 'proving';
        results.set(item, result);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { items: items.flatMap((item) => results.get(item) ?? []) };
  }

  /** A paper is signed among many only as it was shown, or as its signer declared it read: then the log says so. */
  private async signed(
    by: Signed,
    action: string,
    { caseId, actId, form, paper, read }: BulkItem,
  ): Promise<void> {
    const em = this.orm.em.fork();
    const kind = (await caseForAct(em, by.actor, caseId))?.kind;
    if (!kind) throw notFound('没有找到该事项，或您无权查看。');
    if (!isBulkForm(kind, action, form)) throw conflict('此项不能批量办理，请打开该件单独办理。', 'unfit');
    if (!paper || !read) throw conflict('请先阅看文书，再批量办理。', 'unread');
    if (read === 'shown') return;
    const detail = '批量办理时声明“全部已阅”，没有逐页打开文书';
    const line = { kind: 'declared-read', subject: 'case', subjectId: caseId, detail } as const;
    await writeLog(em, this.clock, by, { ...line, data: { action, actId, paper } });
  }

  private async one(by: Signed, action: string, item: BulkItem, asOf: Instant): Promise<BulkResult> {
    const { caseId, actId, read: _, ...rest } = item;
    try {
      if (bulkPaperCodes.includes(action)) await this.signed(by, action, item);
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

const passing = ['no-answer', 'failed', 'facts-changed', 'proving'];
const refused = ({ caseId, actId }: BulkItem, code: string, detail: string): BulkResult => ({
  ...{ caseId, actId, receipt: null },
  refused: { code, detail, again: passing.includes(code) },
});
const notTried = (item: BulkItem): BulkResult =>
  refused(item, 'no-answer', '系统暂时没有答复，此项还没有办理；请稍后重试。');
