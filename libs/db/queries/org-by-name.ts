import { Org, OrgName } from '../entities/org.ts';
import type { OrgRow } from '../entities/org.ts';
import type { EntityManager } from '../orm.ts';

/** Blanks and full-width brackets do not make another name. */
export const plainName = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/gu, '').replaceAll('（', '(').replaceAll('）', ')');

/**
 * The organisation that each name means: by official, short and former names alike. A merged one leads to what
 * it was merged into. Names that nobody bears are absent from the answer.
 */
export async function orgsByName(em: EntityManager, names: readonly string[]): Promise<Map<string, OrgRow>> {
  const wanted = [...new Set(names.map(plainName))];
  const rows = await em.find(OrgName, { name: { $in: wanted } });
  const orgs = await em.find(Org, { id: { $in: rows.map((row) => row.orgId) } });
  const byId = new Map(orgs.map((org) => [org.id, org]));
  const byName = new Map(rows.map((row) => [row.name, byId.get(row.orgId)]));
  const found = names.map((name) => [name, byName.get(plainName(name))] as const);
  return new Map(found.filter((pair): pair is readonly [string, OrgRow] => pair[1] !== undefined));
}
