import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Clock } from '#config/clock';
import type { NoticePages } from '#contracts/case';
import { ProblemError } from '#contracts/problem';
import { openNotice } from '#db/commands/open-notice';
import { EntityManager } from '#db/orm';
import type { Actor } from '#domain/actor';
import type { NoticeDocument } from '#domain/notice';
import { createRenderer } from '#render/renderer';
import type { Renderer } from '#render/renderer';
import type { Files } from '#api/files/files';
import { fileHeaders } from '#api/files/file-header';
import { FILES, FONT_DIR } from '#api/parts.module';

interface Wanted {
  id: string;
  download: boolean;
  reply: FastifyReply;
}

/** The bytes of papers: the PDF as it was stored, the pages on the screen set anew from the same blocks. */
@Injectable()
export class NoticeReader implements OnModuleDestroy {
  constructor(
    private readonly em: EntityManager,
    @Inject(FILES) private readonly files: Files,
    @Inject(FONT_DIR) private readonly fontDir: string,
  ) {}

  /** Its thread holds fonts: it starts with the first page that somebody looks at. */
  private renderer: Renderer | undefined;

  async pdf(clock: Clock, actor: Actor, { id, download, reply }: Wanted): Promise<void> {
    const { name, sha256 } = await openNotice(this.em, clock, actor, id);
    if (!(await this.files.store.exists(sha256)))
      throw new ProblemError(500, 'content-missing', '文书的内容在服务器上找不到，请联系系统管理员。');
    void reply.headers({ ...fileHeaders('pdf', `${name}.pdf`, download), 'accept-ranges': 'none' });
    return void reply.send(this.files.store.open(sha256));
  }

  async svg(clock: Clock, actor: Actor, id: string): Promise<NoticePages> {
    const { document } = await openNotice(this.em, clock, actor, id);
    return this.pages(document);
  }

  async pages(document: NoticeDocument): Promise<NoticePages> {
    return { pages: await this.started().svg(document) };
  }

  missingGlyphs(document: NoticeDocument): Promise<string[]> {
    return this.started().missingGlyphs(document);
  }

  private started(): Renderer {
    return (this.renderer ??= createRenderer({ fontDir: this.fontDir }));
  }

  async onModuleDestroy(): Promise<void> {
    await this.renderer?.close();
  }
}
