import type { EntityManager } from '@mikro-orm/postgresql';
import { v5 } from 'uuid';
import type { TextForm } from '#domain/kinds/dispatch/text';
import { instantFromDatabase } from '../../../columns.ts';
import { sql } from '../../../sql.ts';

/** The text of a dispatch is one record with its versions. */
export const textSort = 'paper';
export const textId = (caseId: string): string => v5('text', caseId);

export interface TextVersion {
  version: number;
  form: TextForm;
  by: string;
  at: string;
  frozen: boolean;
}

/** The newest first. */
export async function textVersions(
  em: Pick<EntityManager, 'execute'>,
  caseId: string,
): Promise<TextVersion[]> {
  const rows = await em.execute<
    { version: number; body: TextForm; name: string; at: string; frozen_by: string | null }[]
  >(sql`
    select r.version, r.body, p.name, r.at, r.frozen_by from record r join person p on p.id = r.person_id
     where r.id = ${textId(caseId)}::uuid order by r.version desc`);
  return rows.map(({ version, body, name, at, frozen_by }) => ({
    ...{ version, form: body, by: name, at: instantFromDatabase(at), frozen: frozen_by !== null },
  }));
}

/** One version, or the last one. */
export async function textOf(
  em: Pick<EntityManager, 'execute'>,
  caseId: string,
  version?: number,
): Promise<{ version: number; form: TextForm } | undefined> {
  const [row] = await em.execute<{ version: number; body: TextForm }[]>(sql`
    select r.version, r.body from record r
     where r.id = ${textId(caseId)}::uuid and ${version === undefined ? sql`true` : sql`r.version = ${version}`}
     order by r.version desc limit 1`);
  return row && { version: row.version, form: row.body };
}

/** With what a draft begins: what was said when it was opened. */
export async function firstText(em: Pick<EntityManager, 'execute'>, caseId: string): Promise<TextForm> {
  const [row] = await em.execute<{ form: { title?: string } }[]>(sql`
    select s.form from case_event e join submission s on s.act_id = e.act_id
     where e.case_id = ${caseId}::uuid and e.seq = 1`);
  return row?.form.title ? { title: row.form.title } : {};
}
