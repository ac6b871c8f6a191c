import type { CaseView } from '#contracts/case';
import type { NoticeLine } from '#contracts/notice';
import type { Clock } from '#config/clock';
import type { Actor } from '#domain/actor';
import { Delivery } from '../../entities/delivery.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, uuids } from '../../sql.ts';
import { caseFiles } from './case-files.ts';
import { readCase } from './case-row.ts';
import { caseNotices } from './notices.ts';

export interface ExportedPaper {
  line: NoticeLine;
  sha256: string;
}
export interface ExportedFile {
  line: CaseView['files'][number];
  sha256: string;
}

export interface PapersExport {
  number: string;
  title: string;
  kind: string;
  /** In the order of the file. */
  papers: ExportedPaper[];
  files: ExportedFile[];
  /** As noted; null: not sealed, or nothing is noted of it. */
  sealedOn: string | null;
  /** Issued, but not to be exported yet. */
  unmade: number;
}

/**
 * The papers and files of a case that this reader may see. Whoever of a receiver takes them away has received them, as if
 * he had opened each.
 */
export async function papersToExport(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  caseId: string,
): Promise<PapersExport> {
  const { row, sight } = await readCase(em, actor, caseId);
  const of = { caseId, campaignId: row.campaignId ?? null };
  const { items } = await caseNotices(em, sight, of, { limit: mostPapers, failed: false });
  const made = items.filter(({ status }) => status === 'issued');
  const files = await caseFiles(em, row, sight);
  const hashes = await hashesOf(
    em,
    [...made, ...files].map(({ id }) => id),
  );
  const own = made.map(({ id }) => id);
  if (sight !== 'all') {
    const unopened = { noticeId: { $in: own }, orgId: { $in: [...sight] }, openedAt: null };
    await em.nativeUpdate(Delivery, unopened, { openedAt: clock.now(), openedById: actor.personId });
  }
  const hashed = <T extends { id: string }>(lines: readonly T[]) =>
    lines.map((line) => ({ line, sha256: hashes.get(line.id) ?? '' }));
  return {
    ...{ number: row.number, title: row.title, kind: row.kind },
    papers: hashed(made),
    files: hashed(files),
    sealedOn: await sealedOn(em, caseId),
    unmade: items.length - made.length,
  };
}

/** More than one order issues. */
const mostPapers = 5_000;

async function hashesOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await em.execute<{ id: string; sha256: string }[]>(sql`
    select id, pdf_sha256 sha256 from notice where id = any(${uuids(ids)}) and pdf_sha256 is not null
    union all select id, sha256 from file where id = any(${uuids(ids)})`);
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

async function sealedOn(em: EntityManager, caseId: string): Promise<string | null> {
  const [row] = await em.execute<{ on: string }[]>(sql`
    select e.fields ->> 'sealedOn' "on" from case_event e
     where e.case_id = ${caseId}::uuid and e.action = 'note-seal' order by e.seq desc limit 1`);
  return row?.on ?? null;
}
