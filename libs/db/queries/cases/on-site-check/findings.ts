import { v5 } from 'uuid';
import { z } from 'zod';
import type { ChecklistItem } from '#contracts/on-site-check';
import { groupsOf } from '#domain/kinds/on-site-check/checklists';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import { instantFromDatabase } from '../../../columns.ts';
import type { EntityManager } from '../../../orm.ts';
import { sql } from '../../../sql.ts';
import { filesById } from '../case-files.ts';

/** One record for each item of a check, whoever of the checkers fills it in. */
export const findingId = (caseId: string, item: string): string => v5(item, caseId);

const kept = z.object({
  item: z.string(),
  result: z.enum(['pass', 'fail', 'na']),
  note: z.string().optional(),
  files: z.array(z.string()).default([]),
});

interface Row {
  id: string;
  version: number;
  body: unknown;
  at: string;
  person: string;
}

export type Finding = z.infer<typeof kept> & { id: string; version: number; by: string; at: string };

/** The last version of each item that was filled in. */
export async function findingsOf(em: EntityManager, caseId: string): Promise<Map<string, Finding>> {
  const rows = await em.execute<Row[]>(sql`
    select distinct on (r.id) r.id, r.version, r.body, r.at, p.name person
      from record r join person p on p.id = r.person_id
     where r.case_id = ${caseId}::uuid and r.sort = 'finding' order by r.id, r.version desc`);
  return new Map(
    rows.map(({ id, version, body, at, person }) => {
      const finding = kept.parse(body);
      return [finding.item, { ...finding, id, version, by: person, at: instantFromDatabase(at) }];
    }),
  );
}

/** The chosen lists with what was filled in so far; without findings for one who is not shown them. */
export async function filledGroups(
  em: EntityManager,
  { checklist, groups }: OnSiteCheckState,
  findings: ReadonlyMap<string, Finding>,
): Promise<{ code: string; label: string; items: ChecklistItem[] }[]> {
  const files = await filesById(
    em,
    [...findings.values()].flatMap((finding) => finding.files),
  );
  const itemOf = (item: string, label: string): ChecklistItem => {
    const found = findings.get(item);
    return {
      ...{ item, label, version: found?.version ?? 0, result: found?.result ?? null },
      ...{ note: found?.note ?? null, by: found?.by ?? null, at: found?.at ?? null },
      files: (found?.files ?? []).flatMap((id) => files.get(id) ?? []),
    };
  };
  return groupsOf(checklist, groups).map(({ code, label, items }) => ({
    ...{ code, label },
    items: items.map((item) => itemOf(item.code, item.label)),
  }));
}
