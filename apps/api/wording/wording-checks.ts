import { Injectable } from '@nestjs/common';
import { notFound, ProblemError } from '#contracts/problem';
import type { WordingPreview, WordingText } from '#contracts/wording';
import type { WordingContent } from '#db/drafts/wording';
import type { DraftRow } from '#db/entities/draft';
import type { NoticeDocument } from '#domain/notice';
import { noticeTypes } from '#domain/notice-types';
import { namingOf } from '#domain/wording/faults';
import { sourceOf } from '#domain/wording/notation';
import { faultWords, type Fault } from '#domain/wording/structure';
import { checkedWording, wordedPaper, type CheckedWording } from '#render/wording';
import { shippedSource } from '#render/template';
import { Typesetter } from '#api/notices/typesetter';

/** What somebody typed, as a template; checked as far as its example goes. */
@Injectable()
export class WordingChecks {
  constructor(private readonly typesetter: Typesetter) {}

  /** Null stays null: the shipped wording. */
  sourceOf(code: string, lines: WordingText['lines']): string | null {
    return lines && sourceOf(lines, namingOf(wordedPaper(known(code))));
  }

  async preview(code: string, source: string | null): Promise<WordingPreview> {
    const { document, faults, dropped } = await this.checked(code, source);
    const { pages } = document ? await this.typesetter.pages(document) : { pages: [] };
    return { faults, dropped, pages };
  }

  /** Nothing is kept that could not be issued tomorrow; each fault beside its line. */
  async sound(code: string, lines: WordingText['lines']): Promise<string | null> {
    const source = this.sourceOf(code, lines);
    if (source === null) return null;
    if (source === shippedSource(code))
      throw new ProblemError(400, 'invalid', '这就是自带的措辞；要恢复它的，请选“恢复自带的措辞”。');
    const { faults } = await this.checked(code, source);
    const [first] = faults;
    if (!first) return source;
    const errors = faults.map(({ line, says }) => ({ field: `lines.${line}`, detail: says }));
    throw new ProblemError(400, 'invalid', faultWords(first), errors);
  }

  /** Of a draft that was kept, by the templates and fields of today: a later release may have others. */
  readonly faultsOf = async ({ sort, content }: DraftRow): Promise<Fault[]> => {
    if (sort !== 'wording') return [];
    const { code, source } = content as WordingContent;
    return source === null ? [] : (await this.checked(code, source)).faults;
  };

  private async checked(code: string, source: string | null): Promise<CheckedWording> {
    const checked = checkedWording(known(code), source ?? shippedSource(code));
    if (!checked.document) return checked;
    const missing = await this.missing(checked.document);
    if (missing.length === 0) return checked;
    const says = `字库中缺少下列字：${missing.join('、')}。`;
    return { ...checked, faults: [...checked.faults, { line: 0, says }] };
  }

  private missing(document: NoticeDocument): Promise<string[]> {
    return this.typesetter.renderer.missingGlyphs(document);
  }
}

export function known(code: string): string {
  if (!noticeTypes.some((type) => type.code === code)) throw notFound('没有这种文书。');
  return code;
}
