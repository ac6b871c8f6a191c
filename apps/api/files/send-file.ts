import type { FastifyReply } from 'fastify';
import { ProblemError } from '#contracts/problem';
import type { EntityManager } from '#db/orm';
import { readableFile } from '#db/queries/files';
import type { Actor } from '#domain/actor';
import type { FileType } from '#files/file-type';
import type { FileStore } from '#files/store';
import { fileHeaders, rangeOf } from './file-header.ts';

interface Wanted {
  actor: Actor;
  id: string;
  download: boolean;
}

export async function sendFile(
  em: EntityManager,
  store: FileStore,
  reply: FastifyReply,
  { actor, id, download }: Wanted,
): Promise<void> {
  const { sha256, size, type, name } = await readableFile(em, actor, id);
  if (!(await store.exists(sha256)))
    throw new ProblemError(500, 'content-missing', '文件的内容在服务器上找不到，请联系系统管理员。');
  const range = rangeOf(reply.request.headers.range, size);
  // Only libs/files/sniff.ts writes the type.
  void reply.headers(fileHeaders(type as FileType, name, download));
  if (range === 'unsatisfiable')
    return void reply.code(416).header('content-range', `bytes */${size}`).send('');
  if (range)
    void reply.code(206).headers({
      'content-range': `bytes ${range.start}-${range.end}/${size}`,
      'content-length': range.end - range.start + 1,
    });
  else void reply.header('content-length', size);
  return void reply.send(store.open(sha256, range));
}
