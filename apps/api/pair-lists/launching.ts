import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Clock } from '#config/clock';
import type { ActReceipt } from '#contracts/case';
import { ProblemError } from '#contracts/problem';
import { holdForLaunch, releaseList } from '#db/commands/pair-lists-launch';
import { EntityManager } from '#db/orm';
import { openingOf } from '#db/queries/pair-lists/opening';
import { campaign } from '#domain/kinds/campaign/kind';
import { HandIn } from '#api/acts/hand-in';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

/** After these the case may still come to stand, by this act or by another. */
const mayStand = ['no-answer', 'act-id', 'opened', 'problems', 'launched'];

/** Opens the campaign of a list: its case has an id derived from the list, so that two launches open one. */
@Injectable()
export class Launching {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handIn: HandIn,
  ) {}

  async launch(by: Signed, listId: string, actId: string): Promise<ActReceipt> {
    const caseId = v5('campaign', listId);
    const before = await this.standing(caseId);
    if (before) return before;
    try {
      return await this.open(by, listId, caseId, actId);
    } catch (error) {
      const meanwhile = await this.standing(caseId);
      if (meanwhile) return meanwhile;
      if (error instanceof ProblemError && !mayStand.includes(error.code))
        await releaseList(this.em, listId, caseId);
      throw error;
    }
  }

  private async open(by: Signed, listId: string, caseId: string, actId: string): Promise<ActReceipt> {
    const { form, rows, files } = await holdForLaunch(this.em, this.clock, listId, caseId);
    const { launchOn, from, to, areas } = form;
    const fields = { memberKind: 'pairing', launchOn, from, to, areas, listId, rows };
    return this.handIn.open(by, campaign.code, caseId, {
      actId,
      form,
      fields,
      facts: files.length > 0 ? { files } : {},
    });
  }

  private async standing(caseId: string): Promise<ActReceipt | undefined> {
    const opening = await openingOf(this.em, caseId);
    return (
      opening && { ...opening, caseId, stageLabel: campaign.stages[opening.stage] ?? opening.stage, next: [] }
    );
  }
}
