import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { DraftPages } from '#contracts/notice';
import { paperHash } from '#db/commands/proofs';
import { EntityManager } from '#db/orm';
import { actDraft } from '#db/queries/cases/act-draft';
import type { Actor } from '#domain/actor';
import { noticeTypeOf } from '#domain/notice-types';
import { composeNotice } from '#render/paper';
import { CLOCK } from '#api/parts.module';
import { Typesetter } from './typesetter.ts';

/** Papers before they are signed, set as they would be issued but marked 草稿. */
@Injectable()
export class DraftReader {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly typesetter: Typesetter,
  ) {}

  async svg(actor: Actor, asked: Parameters<typeof actDraft>[3]): Promise<DraftPages> {
    const draft = await actDraft(this.em, this.clock, actor, asked);
    if (!draft) return { name: null, hash: null, pages: [] };
    const { code, content } = draft;
    const { pages } = await this.typesetter.pages(composeNotice(code, content));
    return { name: noticeTypeOf(code).label, hash: paperHash(code, content), pages };
  }
}
