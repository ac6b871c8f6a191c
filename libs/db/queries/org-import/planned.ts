import type { OrgImportProblem } from '#contracts/org-import';
import { orgColumns } from '#domain/org-table';
import type { OrgColumn, OrgTable, OrgTableRow } from '#domain/org-table';
import type { OrgKind } from '#domain/role';
import type { OrgRow } from '../../entities/org.ts';
import { plainName } from '../org-by-name.ts';
import type { Register } from './register.ts';

export interface PlannedPerson {
  name: string;
  login: string;
  /** The post that he is to get, in words. */
  post: string;
  standing: boolean;
}

/** A row as it will be carried out. Its key is the id of an organisation that stands, else made of the row. */
export interface Planned {
  row: number;
  key: string;
  name: string;
  standing: OrgRow | undefined;
  kind: OrgKind | undefined;
  /** Short names that it doesn't have yet. */
  aliases: string[];
  attributes: { level?: string; type?: string; district?: string };
  parentKey: string | null;
  people: PlannedPerson[];
  problems: OrgImportProblem[];
  cells: OrgTableRow['cells'];
}

export type Complain = (planned: Planned, column: OrgColumn, sentence: string) => void;

export const complaining =
  (letters: OrgTable['letters']): Complain =>
  (planned, code, sentence) =>
    void planned.problems.push({
      cell: `${letters[code] ?? ''}${planned.row}`,
      column: orgColumns[code],
      sentence,
    });

export function begin({ row, cells }: OrgTableRow, { bearers }: Register): Planned {
  const name = cells.name ?? '';
  const standing = bearers.get(plainName(name));
  return {
    ...{ row, name, standing, cells, key: standing?.id ?? `row ${row}`, kind: standing?.kind },
    ...{ aliases: [], attributes: {}, people: [], problems: [], parentKey: standing?.parentId ?? null },
  };
}
