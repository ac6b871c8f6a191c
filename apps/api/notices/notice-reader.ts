import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Clock } from '#config/clock';
import type { NoticePages } from '#contracts/notice';
import { ProblemError } from '#contracts/problem';
import { openNotice } from '#db/commands/open-notice';
import { EntityManager } from '#db/orm';
import type { Actor } from '#domain/actor';
import type { Files } from '#api/files/files';
import { fileHeaders } from '#api/files/file-header';
import { FILES } from '#api/parts.module';
import { Typesetter } from './typesetter.ts';

interface Wanted {
  id: string;
  download: boolean;
  reply: FastifyReply;
}

/** The bytes of papers: the PDF as it was stored, the pages on the screen set anew from the same blocks. */
@Injectable()
export class NoticeReader {
  constructor(
    private readonly em: EntityManager,
    @Inject(FILES) private readonly files: Files,
    private readonly typesetter: Typesetter,
  ) {}

  async pdf(clock: Clock, actor: Actor, { id, download, reply }: Wanted): Promise<void> {
    const { name, sha256 } = await openNotice(this.em, clock, actor, id);
    if (!(await this.files.store.exists(sha256)))
      throw new ProblemError(500, 'content-missing', '文书的内容在服务器上找不到，请联系系统管理员。');
    void reply.headers({ ...fileHeaders('pdf', `${name}.pdf`, download), 'accept-ranges': 'none' });
    return void reply.send(this.files.store.open(sha256));
  }

  /** To write another one from it: marked 编辑稿, for the paper itself is the PDF. */
  async docx(clock: Clock, actor: Actor, { id, reply }: Wanted): Promise<void> {
    const { name, document } = await openNotice(this.em, clock, actor, id);
    const bytes = await this.typesetter.renderer.docx(document);
    void reply.headers({ ...fileHeaders('docx', `${name}（编辑稿）.docx`, true), 'accept-ranges': 'none' });
    return void reply.send(Buffer.from(bytes));
  }

  async svg(clock: Clock, actor: Actor, id: string): Promise<NoticePages> {
    const { document } = await openNotice(this.em, clock, actor, id);
    return this.typesetter.pages(document);
  }
}
