import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { NoticePages } from '#contracts/case';
import { EntityManager } from '#db/orm';
import { actDraft } from '#db/queries/cases/act-draft';
import type { Actor } from '#domain/actor';
import { composeNotice } from '#render/paper';
import { CLOCK } from '#api/parts.module';
import { NoticeReader } from './notice-reader.ts';

/** Papers before they are signed, set as they would be issued but marked 草稿. */
@Injectable()
export class DraftReader {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly reader: NoticeReader,
  ) {}

  async svg(actor: Actor, caseId: string, action: string): Promise<NoticePages> {
    const { code, content } = await actDraft(this.em, this.clock, actor, { caseId, action });
    return this.reader.pages(composeNotice(code, content));
  }
}
