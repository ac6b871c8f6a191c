import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { NoticePages } from '#contracts/case';
import { EntityManager } from '#db/orm';
import { actDraft } from '#db/queries/cases/act-draft';
import type { Actor } from '#domain/actor';
import { composeNotice } from '#render/paper';
import type { Renderer } from '#render/renderer';
import { CLOCK, RENDERER } from '#api/parts.module';

/** Papers before they are signed, set as they would be issued but marked 草稿. */
@Injectable()
export class DraftReader {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RENDERER) private readonly renderer: Renderer,
  ) {}

  async svg(actor: Actor, caseId: string, action: string): Promise<NoticePages> {
    const { code, content } = await actDraft(this.em, this.clock, actor, { caseId, action });
    return { pages: await this.renderer.svg(composeNotice(code, content)) };
  }
}
