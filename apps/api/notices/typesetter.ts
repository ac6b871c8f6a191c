import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { NoticeDocument } from '#domain/notice';
import { createRenderer } from '#render/renderer';
import type { Renderer } from '#render/renderer';
import { FONT_DIR } from '#api/parts.module';

/** Sets papers for whoever looks at them or is about to sign. */
@Injectable()
export class Typesetter implements OnModuleDestroy {
  constructor(@Inject(FONT_DIR) private readonly fontDir: string) {}

  /** Its thread holds fonts: it starts with the first page that somebody looks at. */
  private started: Renderer | undefined;

  get renderer(): Renderer {
    return (this.started ??= createRenderer({ fontDir: this.fontDir }));
  }

  async pages(document: NoticeDocument): Promise<{ pages: string[] }> {
    return { pages: await this.renderer.svg(document) };
  }

  async onModuleDestroy(): Promise<void> {
    await this.started?.close();
  }
}
