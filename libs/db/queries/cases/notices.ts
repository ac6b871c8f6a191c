import type { NoticeLine } from '#contracts/notice';
import type { NoticePage, NoticeQuery } from '#contracts/notice';
import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { ties, type Tie } from '#domain/kinds/dispatch/state';
import type { Service } from '#domain/service/state';
import { instantFromDatabase } from '../../columns.ts';
import { pageOfRows, readCursor } from '../../keyset.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, uuids, words } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { rulesInForce } from '../rule-book.ts';
import { orgNames } from './names.ts';
import { serviceView } from './service/view.ts';
import { sightOf } from './visible.ts';
import type { Sight } from './visible.ts';

interface Row {
  id: string;
  code: string;
  title: string;
  number: string | null;
  issued_at: string;
  pages: number | null;
  rendered: boolean;
  failure: string | null;
  to_org_ids: string[];
  held_for: string[] | null;
  opened: Record<string, string | null> | null;
  service_no: number | null;
  service: Service | null;
  receipts: Record<string, string> | null;
  voided_at: string | null;
  voided_by: string | null;
  void_reason: string | null;
  sealed_at: string | null;
  sealed_by: string | null;
  later: { how: Tie; title: string; number: string | null } | null;
}

const columns =
  words(`n.id, n.code, n.title, n.number, n.issued_at, n.pages, n.rendered_at is not null rendered,
  n.failure, n.to_org_ids, n.held_for, n.sealed_at, n.sealed_by, n.voided_at, n.void_reason,
  (select p.name from person p where p.id = n.voided_by_id) voided_by,
  (select json_build_object('how', l.replaces_how, 'title', l.title, 'number', l.number) from notice l
    where l.replaces_id = n.id and l.voided_at is null order by l.issued_at desc limit 1) later,
  (select json_object_agg(d.org_id, d.opened_at at time zone 'UTC') from delivery d where d.notice_id = n.id) opened,
  n.service_no, c.state->'services'->(n.service_no::text) service,
  (select json_object_agg(r.params->>'piece', r.id) from notice r where n.service_no is not null
    and r.case_id = c.id and r.code = 'service-receipt' and r.params->>'piece' like n.service_no || '.%') receipts`);

/**
 * A paper is read by the bureau and by those to whom it is addressed, also where it comes from a case that
 * they don't see: the notice of a campaign goes to every hospital in it.
 */
export function seenNotice(sight: Sight): Sql {
  if (sight === 'all') return sql`true`;
  if (sight.length === 0) return sql`false`;
  // It is sent once its bytes exist.
  return sql`n.rendered_at is not null and exists (select 1 from jsonb_array_elements_text(n.to_org_ids) r where r::uuid = any(${uuids(sight)}))`;
}

/** Of these two: the case and, for a member, its campaign, by whose notice it was launched. */
interface Whose {
  caseId: string;
  campaignId: string | null;
}

/** Page by page: one order may issue a thousand. With how many there are, made, and not to be made. */
export async function caseNotices(
  em: EntityManager,
  sight: Sight,
  { caseId, campaignId }: Whose,
  { q, failed, after, limit }: NoticeQuery,
): Promise<NoticePage> {
  // What a campaign issued to one receiver each is none of its other members' papers.
  const ofCampaign = campaignId ? sql`or (n.case_id = ${campaignId}::uuid and n.held_for is null)` : sql``;
  const ofCases = sql`(n.case_id = ${caseId}::uuid or n.serving_case_id = ${caseId}::uuid ${ofCampaign})`;
  const seen = sql`${ofCases} and ${seenNotice(sight)}`;
  const wanted = failed ? sql`n.rendered_at is null and n.failure is not null` : sql`true`;
  const rows = await read(
    em,
    sql`${seen} and ${wanted} and ${foundBy(sight, q)} and ${beyond(after)}`,
    limit + 1,
  );
  const page = pageOfRows(rows, limit, (row) => [instantFromDatabase(row.issued_at), row.id]);
  const [counts] = await em.execute<NoticePage['counts'][]>(sql`
    select count(*)::int "all", count(n.rendered_at)::int made,
           count(*) filter (where n.rendered_at is null and n.failure is not null)::int failed
      from notice n where ${seen}`);
  const none = { all: 0, made: 0, failed: 0 };
  return { items: await linesOf(em, sight, page.rows), next: page.next, counts: counts ?? none };
}

/** By number, title, or the name of a receiver whom the reader may know. */
function foundBy(sight: Sight, q: string | undefined): Sql {
  if (!q) return sql`true`;
  const like = (column: string) => sql`position(search_text(${q}) in search_text(${words(column)})) > 0`;
  const known = sight === 'all' ? sql`true` : sql`o.id = any(${uuids(sight)})`;
  return sql`(${like('n.title')} or ${like('n.number')} or exists (
    select 1 from jsonb_array_elements_text(coalesce(n.held_for, n.to_org_ids)) r join org o on o.id = r::uuid
     where ${known} and ${like('o.name')}))`;
}

function beyond(after: string | undefined): Sql {
  if (!after) return sql`true`;
  const [at, id] = readCursor(after, 'instant', 'id');
  return sql`(n.issued_at, n.id) > (${at}::timestamptz, ${id}::uuid)`;
}

export async function notice(em: EntityManager, actor: Actor, id: string): Promise<NoticeLine> {
  const sight = await sightOf(em, actor);
  const rows = await read(em, sql`n.id = ${id}::uuid and ${seenNotice(sight)}`, 1);
  const [line] = await linesOf(em, sight, rows);
  if (!line) throw noNotice();
  return line;
}

export const noNotice = () => notFound('没有这份文书，或您无权查看。');

const read = (em: EntityManager, where: Sql, limit: number): Promise<Row[]> =>
  em.execute<Row[]>(sql`
    select ${columns} from notice n
      left join case_file s on s.id = n.serving_case_id
      join case_file c on c.id = coalesce(s.id, n.case_id)
     where ${where}
     order by n.issued_at, n.id limit ${limit}`);

async function linesOf(em: EntityManager, sight: Sight, rows: readonly Row[]): Promise<NoticeLine[]> {
  // To whom else a paper went and who opened it is the bureau's to know.
  const shown = (row: Row) => row.to_org_ids.filter((orgId) => sight === 'all' || sight.includes(orgId));
  const nameOf = await orgNames(em, [
    ...rows.flatMap(shown),
    ...rows.flatMap(({ held_for }) => (sight === 'all' ? (held_for ?? []) : [])),
    ...rows.flatMap(({ service }) => Object.keys(service?.to ?? {})),
  ]);
  const chain = rows.some(({ service }) => service) ? (await rulesInForce(em)).way : [];
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, title: row.title, number: row.number, pages: row.pages },
    issuedAt: instantFromDatabase(row.issued_at),
    status: row.rendered ? 'issued' : row.failure ? 'failed' : 'rendering',
    to: shown(row).map((orgId) => ({
      orgId,
      name: nameOf(orgId) ?? '',
      openedAt: openedAt(row.opened?.[orgId]),
    })),
    heldFor:
      sight === 'all' && row.held_for ? row.held_for.map((orgId) => nameOf(orgId) ?? '').join('、') : null,
    service: row.service && served(row, { paper: row.service, sight, orgName: nameOf, chain }),
    sealed:
      row.sealed_at === null ? null : { at: instantFromDatabase(row.sealed_at), by: row.sealed_by ?? '' },
    voided: row.voided_at === null ? null : voidedOf(row, row.voided_at),
    replacedBy: row.later && { ...row.later, how: ties[row.later.how] },
  }));
}

type Asked = Omit<Parameters<typeof serviceView>[0], 'service' | 'receipts'>;
const served = (row: Row, asked: Asked) => {
  // The receipts are the bureau's papers.
  const receipts = new Map(Object.entries((asked.sight === 'all' && row.receipts) || {}));
  return serviceView({ ...asked, service: row.service_no ?? 0, receipts });
};

/** JSON writes `2026-11-23T01:00:00` for what was turned into UTC. */
const openedAt = (raw: string | null | undefined) => (raw ? instantFromDatabase(`${raw}Z`) : null);

const voidedOf = ({ voided_by, void_reason }: Row, at: string) => ({
  ...{ at: instantFromDatabase(at), by: voided_by ?? '', reason: void_reason ?? '' },
});
