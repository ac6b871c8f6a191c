import { PassThrough } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fileTypes } from '#files/file-type';
import { writeTable } from '#files/tables/write-table';
import type { TableToWrite } from '#files/tables/write-table';
import { contentDisposition } from './file-header.ts';

const logger = new Logger('export');

/** Sends an export while its rows are read; `sheet` names the sheet, `name` the file. */
export async function sendTable(
  reply: FastifyReply,
  { name, ...table }: TableToWrite & { name: string },
): Promise<void> {
  const target = new PassThrough();
  void reply
    .headers({
      'content-type': fileTypes.xlsx.mime,
      'content-disposition': contentDisposition('attachment', name),
    })
    .send(target);
  await writeTable(target, table).catch((error: unknown) => {
    logger.error(`an export broke off: ${String(error)}`);
    target.destroy(error instanceof Error ? error : undefined);
  });
}
