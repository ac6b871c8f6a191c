import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { DraftPages } from '#contracts/notice';
import { conflict } from '#contracts/problem';
import { paperHash } from '#db/commands/proofs';
import { EntityManager } from '#db/orm';
import { dispatchPreview, dispatchTextOf } from '#db/queries/cases/dispatch/text';
import { actDraft } from '#db/queries/cases/act-draft';
import type { Actor } from '#domain/actor';
import type { NoticeContent } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { composeWorded, WordingUnsound } from '#render/worded-notice';
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
    if (!draft) return { name: null, hash: null, of: 0, pages: [] };
    const first = asked.nth ? await actDraft(this.em, this.clock, actor, { ...asked, nth: 0 }) : draft;
    return { ...(await this.pages(draft)), hash: first ? paperHash(first.code, first.content) : null };
  }

  /** The text of a dispatch with what is typed so far: nothing is signed by it. */
  async text(actor: Actor, asked: Parameters<typeof dispatchPreview>[3]): Promise<DraftPages> {
    return { ...(await this.pages(await dispatchPreview(this.em, this.clock, actor, asked))), hash: null };
  }

  /** The text as it was saved last, on the same layout, for editing in Word or WPS. */
  async docx(actor: Actor, caseId: string): Promise<{ name: string; bytes: Uint8Array }> {
    const { form, title } = await dispatchTextOf(this.em, this.clock, actor, caseId);
    const { code, content } = await dispatchPreview(this.em, this.clock, actor, { caseId, form });
    return { name: title, bytes: await this.typesetter.renderer.docx(sound(code, content)) };
  }

  private async pages({ code, content, of }: { code: string; content: NoticeContent; of: number }) {
    const { pages } = await this.typesetter.pages(sound(code, content));
    return { name: noticeTypeOf(code).label, of, pages };
  }
}

function sound(code: string, content: NoticeContent) {
  try {
    return composeWorded(code, content);
  } catch (error) {
    throw error instanceof WordingUnsound ? conflict(error.message, 'wording') : error;
  }
}
