import { fileURLToPath } from 'node:url';
import type { NoticeDocument } from '#domain/notice';
import { svgPages } from './svg-pages.ts';
import type { FontChains } from './fonts.ts';
import { createThread } from './thread.ts';

export interface RendererOptions {
  /** Where scripts/fonts.mjs put the open fonts, or a folder of the deployment's own. */
  fontDir: string;
  log?: (line: string) => void;
  /** One paper takes some milliseconds; 2,000 table rows take a second. */
  timeoutMs?: number;
}

/** A paper with a character that no font can show is not issued. */
export class MissingGlyphs extends Error {
  readonly glyphs: string[];
  constructor(glyphs: string[]) {
    super(`字库中缺少下列字，文书不能生成：${glyphs.join('、')}`);
    this.name = 'MissingGlyphs';
    this.glyphs = glyphs;
  }
}

/** A paper of several hundred pages is a mistake, and would hold up all others for seconds. */
const longest = 500_000;
export class TooLong extends Error {
  constructor(length: number) {
    super(`文书内容过长（${length}字符，最多${longest}字符），请精简正文或者将材料作为附件文件报送。`);
    this.name = 'TooLong';
  }
}

export const workspace = fileURLToPath(new URL('./layouts/', import.meta.url)).replace(/[\\/]$/u, '');

/** Renders papers one after the other in one thread of its own; says at start which font serves which role. */
export function createRenderer({ fontDir, log = () => {}, timeoutMs = 20_000 }: RendererOptions) {
  const thread = createThread({ workspace, fontDir, log, timeoutMs });

  const compile = async (kind: 'pdf' | 'svg' | 'turns', document: NoticeDocument, firstOnly = false) => {
    const data = JSON.stringify(document);
    if (data.length > longest) throw new TooLong(data.length);
    return thread.run({ kind, layout: document.frame.layout, data, firstOnly });
  };

  return {
    async pdf(document: NoticeDocument): Promise<{ bytes: Uint8Array; pages: number }> {
      const { bytes, missing, pages = 0 } = await compile('pdf', document);
      if (!bytes) throw new MissingGlyphs(missing ?? []);
      return { bytes, pages };
    },
    /** For editing in Word or WPS. */
    async docx(document: NoticeDocument): Promise<Uint8Array> {
      const { turns = 0 } = await compile('turns', document);
      // Ten megabytes that who only prints papers does without.
      const { docxOf } = await import('./docx/document.ts');
      return docxOf(document, { beforeImprint: turns });
    },
    /** One SVG per page, the same breaks as the PDF. */
    async svg(document: NoticeDocument): Promise<string[]> {
      const { svg = '' } = await compile('svg', document);
      return svgPages(svg);
    },
    /** The characters of a paper that no font of the machine can show; `firstOnly`: that the first one of its role can't. */
    async missingGlyphs(document: NoticeDocument, { firstOnly = false } = {}): Promise<string[]> {
      const { missing } = await compile('pdf', document, firstOnly);
      return missing ?? [];
    },
    /** The installed families by role. */
    async fonts(): Promise<FontChains> {
      const { chains } = await thread.run({ kind: 'fonts' });
      if (!chains) throw new Error('the Typst thread does not know its fonts');
      return chains;
    },
    close: (): Promise<void> => thread.close(),
  };
}

export type Renderer = ReturnType<typeof createRenderer>;
