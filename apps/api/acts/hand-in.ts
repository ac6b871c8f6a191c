import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { ActMessage, ActResult } from '#contracts/act';
import type { ActBody, ActReceipt } from '#contracts/case';
import { conflict, notFound, ProblemError } from '#contracts/problem';
import { keepSubmission } from '#db/commands/keep-submission';
import { EntityManager } from '#db/orm';
import { actStanding } from '#db/queries/act-standing';
import { caseForAct } from '#db/queries/case-for-act';
import type { Instant } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { postsFor } from '#domain/permission';
import { openAction } from '#domain/procedure';
import type { Signed } from '#api/access/signed';
import { CLOCK, RUNNER } from '#api/parts.module';
import { lookAgain } from '#runner/look-again';
import { Refused } from '#runner/refused';
import type { RunnerClient } from '#runner/runner-client';
import { NoAnswer, sendAct, type Target } from '#runner/send-act';
import { Proving } from './proving.ts';
import { readAct, refusal, type FoundCase } from './read-act.ts';

/** Takes an act in: permission, form, submission, then the case itself decides (design.md §2 "How an act goes"). */
@Injectable()
export class HandIn {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUNNER) private readonly runner: RunnerClient,
    private readonly proving: Proving,
  ) {}

  /** `asOf`: the start of the bulk that it belongs to. */
  async act(by: Signed, caseId: string, body: ActBody, asOf?: Instant): Promise<ActReceipt> {
    const found = await caseForAct(this.em, by.actor, caseId);
    if (!found) throw notFound('没有找到该事项，或您无权查看。');
    const stood = await this.standing(found.kind, caseId, body.actId);
    if (stood) return stood;
    try {
      return await this.handIn(by, { caseId, ...found }, body, asOf);
    } catch (error) {
      // Sent twice at once: the first one may have come to stand since the look above.
      const since = error instanceof ProblemError && (await this.standing(found.kind, caseId, body.actId));
      if (since) return since;
      throw error;
    }
  }

  private async handIn(by: Signed, found: FoundCase, body: ActBody, asOf?: Instant): Promise<ActReceipt> {
    const read = await readAct({ em: this.em, clock: this.clock }, by, found, { ...body, asOf });
    const { message, form } = read;
    const papers = await this.proving.all(by, found, read, body);
    if (papers.length > 0) message.facts = { ...message.facts, papers };
    return this.send(by, { caseId: found.caseId, kind: found.kind }, message, form);
  }

  /** Opens a case whose opening a person hands in. */
  open(
    by: Signed,
    kind: string,
    caseId: string,
    { form, ...act }: Pick<ActMessage, 'actId' | 'fields' | 'facts'> & { form: Record<string, unknown> },
  ) {
    const offices = kindOf(kind).opening.by;
    const posts = offices === 'system' ? [] : postsFor(by.actor, offices);
    const { orgId: onBehalfOf, actingFor } = posts.find((held) => !held.actingFor) ?? posts[0] ?? {};
    const opens = { ...act, action: openAction, actor: by.actor, onBehalfOf };
    const message: ActMessage = { ...opens, ...(actingFor ? { actingFor } : {}) };
    return this.send(by, { caseId, kind, opens: true }, message, form);
  }

  private async send(
    by: Signed,
    target: Target,
    message: ActMessage,
    form: Record<string, unknown>,
  ): Promise<ActReceipt> {
    const { caseId } = target;
    const kept = await keepSubmission(this.em, {
      ...message,
      caseId,
      form,
      personId: by.personId,
      at: this.clock.now(),
    });
    if (!kept) throw conflict('该办理编号已用于不同的内容，请刷新后重新填写。', 'act-id');
    const standing = (id: string, actId: string) => actStanding(this.em.fork(), id, actId);
    try {
      return this.receipt(target.kind, caseId, await sendAct(this.runner, target, message, { standing }));
    } catch (error) {
      if (error instanceof Refused)
        throw refusal({ refused: error.code, reason: error.reason, field: error.field });
      if (error instanceof NoAnswer) {
        throw new ProblemError(
          503,
          'no-answer',
          '系统暂时没有答复，您填写的内容已保存；请稍后用同一页面再次提交，不会重复办理。',
        );
      }
      throw error;
    }
  }

  /** The answer to an act that stands. Whoever asks again may have asked a worker that died before its case heard of it. */
  private async standing(kind: string, caseId: string, actId: string): Promise<ActReceipt | undefined> {
    const { result } = await actStanding(this.em.fork(), caseId, actId);
    if (!result) return undefined;
    void lookAgain(this.runner, caseId);
    return this.receipt(kind, caseId, result);
  }

  private receipt(kind: string, caseId: string, { actId, seq, stage }: ActResult): ActReceipt {
    const definition = kindOf(kind);
    return { caseId, actId, seq, stage, stageLabel: definition.stages[stage] ?? stage, next: [] };
  }
}
