import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { Created } from '#contracts/page';
import type {
  WordingChange,
  WordingDraftView,
  WordingPages,
  WordingPaper,
  WordingPeriod as Found,
  WordingProposal,
  Wordings,
} from '#contracts/wording';
import { changeWording, proposeWording } from '#db/commands/drafts/wording';
import { EntityManager } from '#db/orm';
import { ownWordings, wordingOn } from '#db/queries/papers/wording';
import { wordingDraft } from '#db/queries/wording/draft';
import { paperHead, wordingList, wordingPeriods } from '#db/queries/wording/periods';
import type { Actor } from '#domain/actor';
import { addDays } from '#domain/day';
import { hindersProposing } from '#domain/draft';
import { noticeTypeOf } from '#domain/notice-types';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';
import { faultWords } from '#domain/wording/structure';
import { checkedWording } from '#render/wording';
import { faultsInForce } from '#render/worded-notice';
import { known, WordingChecks } from './wording-checks.ts';
import { fieldsOfPaper, linesOfPaper } from './wording-words.ts';

/** Papers, their wordings and drafts of these, in lines of words. */
@Injectable()
export class WordingDesk {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly checks: WordingChecks,
  ) {}

  /** What holds and what is to hold, each with what no longer fits in it. */
  async list(): Promise<Wordings> {
    const { items } = await wordingList(this.em, this.clock);
    const sources = await ownWordings(this.em);
    const checked = (code: string, period: Found) => {
      const source = sources.get(`${code}/${period.version}`);
      return { ...period, faults: source ? faultsInForce(code, source).map(faultWords) : [] };
    };
    return {
      items: items.map(({ now, coming, ...head }) => ({
        ...{ ...head, now: checked(head.code, now) },
        coming: coming.map((period) => checked(head.code, period)),
      })),
    };
  }

  async paper(actor: Actor, code: string): Promise<WordingPaper> {
    const today = this.clock.today();
    const held = await wordingOn(this.em, known(code), today);
    return {
      ...paperHead(noticeTypeOf(code)),
      ...{
        lines: linesOfPaper(code, held?.source),
        shipped: linesOfPaper(code),
        fields: fieldsOfPaper(code),
      },
      ...{ periods: await wordingPeriods(this.em, code), earliest: addDays(today, 1) },
      proposes: hindersProposing('wording', actor) === undefined,
    };
  }

  async propose(by: Signed, { code, from, reason, lines }: WordingProposal): Promise<Created> {
    const source = await this.checks.sound(code, lines);
    return { id: await proposeWording(this.em, this.clock, by, { code, from, reason, source }) };
  }

  async change(by: Signed, id: string, { version, proposal }: WordingChange): Promise<void> {
    const { content } = await wordingDraft(this.em, this.clock, by.actor, id);
    const { from, reason, lines } = proposal;
    const source = await this.checks.sound(content.code, lines);
    await changeWording(this.em, this.clock, by, { id, version }, { from, reason, source });
  }

  async draft(actor: Actor, id: string): Promise<WordingDraftView> {
    const { head, content, before } = await wordingDraft(this.em, this.clock, actor, id);
    const { code, source, from, reason } = content;
    const ended = head.status === 'published' || head.status === 'withdrawn';
    const faults = source === null || ended ? [] : faultsInForce(code, source).map(faultWords);
    return {
      ...head,
      problems: [...head.problems, ...faults],
      may: { ...head.may, handIn: head.may.handIn && faults.length === 0 },
      ...paperHead(noticeTypeOf(code)),
      ...{ from, ground: reason, lines: source === null ? null : linesOfPaper(code, source) },
      ...{ before: linesOfPaper(code, before.source), beforeLabel: before.label },
      dropped: source === null ? [] : checkedWording(code, source).dropped,
    };
  }

  async pages(actor: Actor, id: string): Promise<WordingPages> {
    const { content, before } = await wordingDraft(this.em, this.clock, actor, id);
    const old = await this.checks.preview(content.code, before.source ?? null);
    const { pages, ...findings } = await this.checks.preview(content.code, content.source);
    return { ...findings, before: old.pages, after: pages };
  }
}
