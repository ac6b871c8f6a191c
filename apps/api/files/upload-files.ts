import type { FastifyRequest } from 'fastify';
import type { Clock } from '#config/clock';
import type { UploadedFiles } from '#contracts/file';
import { forbidden } from '#contracts/problem';
import { addFiles } from '#db/commands/files';
import type { EntityManager } from '#db/orm';
import type { Actor } from '#domain/actor';
import type { Once } from '#api/once/once';
import { fileTypes } from '#files/file-type';
import type { Files } from './files.ts';
import { receiveFiles } from './receive-files.ts';

interface Upload {
  actor: Actor;
  orgId: string | undefined;
  request: FastifyRequest;
}

export async function uploadFiles(
  em: EntityManager,
  clock: Clock,
  { store, maxUploadBytes, once }: Files & { once: Once },
  { actor, orgId, request }: Upload,
): Promise<UploadedFiles> {
  const post = actor.posts.find((held) => orgId === undefined || held.orgId === orgId);
  if (!post) throw forbidden('您在这个机构没有岗位，不能以它的名义上传。');
  const received = await receiveFiles(request, store, maxUploadBytes);
  const content = JSON.stringify(received.map(({ staged, name }) => [staged.sha256, name]));
  const drop = () => Promise.all(received.map(({ staged }) => staged.drop()));
  const add = async (): Promise<UploadedFiles> => {
    const rows = await addFiles(
      em,
      clock,
      received.map(({ staged, type, name }) => ({
        sha256: staged.sha256,
        size: staged.size,
        type,
        name,
        uploadedById: actor.personId,
        orgId: post.orgId,
        keep: staged.keep,
      })),
    );
    const types = received.map(({ type }) => fileTypes[type]);
    const view = ({ id, name, size, type, sha256, uploadedAt }: (typeof rows)[number], at: number) => {
      const { label: typeLabel = type, inline = false } = types[at] ?? {};
      return { id, name, size, type, typeLabel, sha256, uploadedAt, inline };
    };
    return { files: rows.map(view) };
  };
  try {
    return await once.run(request, content, add);
  } finally {
    // What was kept has left this place: only what was refused, or came a second time, is still there.
    await drop();
  }
}
