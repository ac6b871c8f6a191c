import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Clock } from '#config/clock';
import { conflict, ProblemError } from '#contracts/problem';
import { writeLog } from '#db/commands/write-log';
import { EntityManager } from '#db/orm';
import { papersToExport, type PapersExport } from '#db/queries/cases/papers-export';
import { safeName } from '#files/archives/safe-name';
import { zipStream } from '#files/archives/write-zip';
import { printSet } from '#render/print-set';
import type { Signed } from '#api/access/signed';
import { contentDisposition } from '#api/files/file-header';
import type { Files } from '#api/files/files';
import { CLOCK, FILES } from '#api/parts.module';
import { contentsOf, tableOf } from './contents.ts';

/** One PDF of more would be too large for a printer, and for whoever waits. */
const mostToPrint = 300;

/** The papers of a case taken away as a whole: to print, or to keep. Each export stands in the log. */
@Injectable()
export class CasePapers {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FILES) private readonly files: Files,
  ) {}

  async pdf(by: Signed, caseId: string, reply: FastifyReply): Promise<void> {
    const found = await this.found(by, caseId);
    const { papers } = found;
    if (papers.length > mostToPrint)
      throw conflict(
        `文书有${papers.length}份，打印全套一次最多${mostToPrint}份；请用“下载全部”。`,
        'too-many',
      );
    await this.log(by, caseId, `打印全套文书${papers.length}份`, papers);
    const { store } = this.files;
    const contents = async function* () {
      for (const { sha256 } of papers) yield Buffer.concat(await store.open(sha256).toArray());
    };
    const bytes = await printSet(`${found.number} ${found.title}`, contents());
    const name = `${safeName(`${found.number} 全套文书`)}.pdf`;
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition('inline', name),
    });
    return void reply.send(Buffer.from(bytes));
  }

  async zip(by: Signed, caseId: string, reply: FastifyReply): Promise<void> {
    const found = await this.found(by, caseId);
    const contents = contentsOf(found, this.clock.today());
    const { papers, files } = found;
    await this.log(by, caseId, `下载全部文书${papers.length}份、附件${files.length}份`, [
      ...papers,
      ...files,
    ]);
    const { store } = this.files;
    const listed = [...contents.papers, ...contents.files].map(({ file, sha256 }) => ({
      path: file,
      content: () => store.open(sha256),
    }));
    const archive = zipStream([
      { path: 'manifest.json', content: JSON.stringify(contents, null, 2) },
      { path: '目录.csv', content: tableOf(contents) },
      ...listed,
    ]);
    const name = `${safeName(`${found.number} 文书`)}.zip`;
    void reply.headers({
      'content-type': 'application/zip',
      'content-disposition': contentDisposition('attachment', name),
    });
    return void reply.send(archive);
  }

  /** Everything is there before the first byte is sent. */
  private async found(by: Signed, caseId: string): Promise<PapersExport> {
    const found = await papersToExport(this.em, this.clock, by.actor, caseId);
    if (found.unmade > 0)
      throw conflict(`还有${found.unmade}份文书没有生成，请等全部生成后再试。`, 'notice-rendering');
    if (found.papers.length === 0) throw conflict('本案还没有您能查看的文书。', 'no-papers');
    for (const { sha256 } of [...found.papers, ...found.files])
      if (!(await this.files.store.exists(sha256)))
        throw new ProblemError(500, 'content-missing', '有文书的内容在服务器上找不到，请联系系统管理员。');
    return found;
  }

  private log(
    by: Signed,
    subjectId: string,
    detail: string,
    what: readonly { sha256: string }[],
  ): Promise<void> {
    const data = { sha256: what.map(({ sha256 }) => sha256) };
    return writeLog(this.em, this.clock, by, { kind: 'exported', subject: 'case', subjectId, detail, data });
  }
}
