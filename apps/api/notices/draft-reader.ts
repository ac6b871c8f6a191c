import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { DraftPages } from '#contracts/case';
import { EntityManager } from '#db/orm';
import { dispatchPreview } from '#db/queries/cases/dispatch/text';
import { actDraft } from '#db/queries/cases/act-draft';
import type { Actor } from '#domain/actor';
import type { NoticeContent } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
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

  async svg(actor: Actor, asked: Parameters<typeof actDraft>[3]): Promise<DraftPages> {
    const draft = await actDraft(this.em, this.clock, actor, asked);
    return draft ? this.pages(draft) : { name: null, pages: [] };
  }

  /** The text of a dispatch with what is typed so far. */
  async text(actor: Actor, asked: Parameters<typeof dispatchPreview>[3]): Promise<DraftPages> {
    return this.pages(await dispatchPreview(this.em, this.clock, actor, asked));
  }

  private async pages(draft: { code: string; content: NoticeContent }): Promise<DraftPages> {
    const { pages } = await this.reader.pages(composeNotice(draft.code, draft.content));
    return { name: noticeTypeOf(draft.code).label, pages };
  }
}
