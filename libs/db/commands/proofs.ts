import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { plusMs, type Instant } from '#domain/day';
import type { NoticeContent, NoticeDocument } from '#domain/notice';

/** Of what a paper says without its number: equal where every word is. */
export const paperHash = (code: string, content: NoticeContent): string =>
  createHash('sha256')
    .update(JSON.stringify([code, sorted(content)]))
    .digest('hex');

/** Of the papers that one effect orders, in their order. */
export const jointHash = (hashes: readonly string[]): string =>
  hashes.length === 1 ? (hashes[0] ?? '') : createHash('sha256').update(hashes.join()).digest('hex');

/** jsonb keeps no order of keys, and neither does the hash. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  );
};

interface Proof {
  hash: string;
  code: string;
  document: NoticeDocument;
  pages: number;
  at: Instant;
}

/** The paper was set: it can be printed as it stands. */
export async function keepProof(
  em: EntityManager,
  { hash, code, document, pages, at }: Proof,
): Promise<void> {
  await em.execute(
    `insert into notice_proof (hash, code, document, pages, at) values (?, ?, ?::jsonb, ?, ?)
     on conflict (hash) do update set at = excluded.at`,
    [hash, code, JSON.stringify(document), pages, at],
  );
}

/** Those of which a paper was set; none of them goes while this transaction lasts. */
export async function provenOf(em: EntityManager, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await em.execute<{ hash: string }[]>(
    'select hash from notice_proof where hash in (select jsonb_array_elements_text(?::jsonb)) for share',
    [JSON.stringify(hashes)],
  );
  return new Set(rows.map(({ hash }) => hash));
}

export const areProven = async (em: EntityManager, hashes: readonly string[]): Promise<boolean> =>
  (await provenOf(em, hashes)).size === new Set(hashes).size;

const dayMs = 24 * 3_600_000;

/** Proofs of a day ago from which no paper was issued. */
export async function forgetProofs(em: EntityManager, now: Instant): Promise<void> {
  await em.execute(
    `delete from notice_proof p where p.at < ? and not exists (select 1 from notice n where n.proof_hash = p.hash)`,
    [plusMs(now, -dayMs)],
  );
}
