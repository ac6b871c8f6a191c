import type { UploadedFiles } from '#contracts/file';
import type { PairListView } from '#contracts/pair-list';
import type { Problem } from '#contracts/problem';
import { demoId } from '#db/seed/demo';
import { coreAreas } from '#domain/kinds/pairing/areas';
import type { Answer, Browser, RunningApi } from '../running-api.ts';

export const form = {
  title: '医药分开综合改革“手拉手”帮带',
  basis: '京政发〔2017〕11号',
  purpose: '确保改革平稳有序推进。',
  launchOn: '2026-12-08',
  from: '2026-12-01',
  to: '2027-11-30',
  areas: coreAreas,
  contact: '李明远 010-00000000',
};

export const org = (key: string): string => demoId('org', key);

export type Check = (pasted: string, more?: object) => Promise<Answer<PairListView>>;
export type Refused = (body: object, more?: object) => Promise<Answer<Problem>>;

/** Sends lists with a form that is right but for `more`. */
export function checking(inspector: Browser): { check: Check; refused: Refused } {
  const send = <T>(body: object, more: object = {}) =>
    inspector.send<T>('POST', '/api/pair-lists', { form: { ...form, ...more }, ...body });
  return { check: (pasted, more) => send({ pasted }, more), refused: send };
}

/** `row side code` of every problem. */
export const problems = ({ rows }: PairListView): string[] =>
  rows.flatMap((row) => row.problems.map(({ code, side }) => `${row.row} ${side} ${code}`));

/** Uploads one file and gives its id. */
export async function uploaded(
  { app }: RunningApi,
  { cookie = '' }: Browser,
  name: string,
  content: Uint8Array,
): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(content)]), name);
  const packed = new Response(body);
  const headers = { cookie, 'content-type': packed.headers.get('content-type') ?? '' };
  const payload = Buffer.from(await packed.arrayBuffer());
  const answer = await app.inject({ method: 'POST', url: '/api/files', headers, payload });
  return answer.json<UploadedFiles>().files[0]?.id ?? '';
}
