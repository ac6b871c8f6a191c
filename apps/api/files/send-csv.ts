import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { csvLines } from '#files/tables/write-csv';
import type { TableToWrite } from '#files/tables/write-table';
import { contentDisposition } from './file-header.ts';

/** Sends an export while its rows are read; `name` names the file. */
export async function sendCsv(
  reply: FastifyReply,
  { name, ...table }: Omit<TableToWrite, 'sheet'> & { name: string },
): Promise<void> {
  await reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition('attachment', name),
    })
    .send(Readable.from(csvLines(table)));
}
