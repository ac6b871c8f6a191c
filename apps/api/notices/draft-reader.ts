import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { DraftPages } from '#contracts/case';
import { EntityManager } from '#db/orm';
import { actDraft } from '#db/queries/cases/act-draft';
import { wordingOn } from '#db/queries/papers/wording';
import type { Actor } from '#domain/actor';
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
    if (!draft) return { name: null, pages: [] };
    const wording = await wordingOn(this.em, draft.code, this.clock.today());
    const document = composeNotice(draft.code, draft.content, wording?.source);
    const { pages } = await this.reader.pages(document);
    return { name: noticeTypeOf(draft.code).label, pages };
  }
}
