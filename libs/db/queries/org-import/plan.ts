import { orgImportLimits } from '#contracts/org-import';
import type { OrgImportRow, OrgImportView } from '#contracts/org-import';
import { ProblemError } from '#contracts/problem';
import type { OrgTable } from '#domain/org-table';
import { orgKinds } from '#domain/role';
import type { EntityManager } from '../../orm.ts';
import { readNames } from './names.ts';
import { readOwnCells } from './own-cells.ts';
import { readParents } from './parents.ts';
import { readPeople } from './people.ts';
import { begin, complaining } from './planned.ts';
import type { Planned } from './planned.ts';
import { registerFor } from './register.ts';
import type { Register } from './register.ts';

export interface Plan {
  rows: Planned[];
  register: Register;
}

/** What importing the table would do to the register as it stands now; writes nothing. */
export async function planImport(em: EntityManager, table: OrgTable): Promise<Plan> {
  if (table.rows.length > orgImportLimits.rows)
    throw tooMany(`表中有 ${table.rows.length} 行，一次至多 ${orgImportLimits.rows} 行，请分几次导入。`);
  const register = await registerFor(em, table);
  const complain = complaining(table.letters);
  const rows = table.rows.map((row) => begin(row, register));
  for (const planned of rows) readOwnCells(planned, complain);
  const byName = readNames(rows, register, complain);
  readParents(rows, byName, register, complain);
  readPeople(rows, register, complain);
  if (newPeople(rows) > orgImportLimits.people)
    throw tooMany(
      `表中要新建 ${newPeople(rows)} 个账号，一次至多 ${orgImportLimits.people} 个，请分几次导入。`,
    );
  return { rows, register };
}

const tooMany = (detail: string) => new ProblemError(422, 'org-table', detail);

const newPeople = (rows: readonly Planned[]): number =>
  rows.flatMap(({ people }) => people).filter(({ standing }) => !standing).length;

export const moves = ({ standing, parentKey }: Planned): boolean =>
  standing !== undefined && (standing.parentId ?? null) !== parentKey;

const labels = { new: '新建', changed: '修改', unchanged: '不改动', problem: '有问题' } as const;

export function resultOf(planned: Planned): OrgImportRow['result'] {
  if (planned.problems.length > 0) return 'problem';
  if (!planned.standing) return 'new';
  const { aliases, attributes, people } = planned;
  const same = aliases.length === 0 && Object.keys(attributes).length === 0 && !moves(planned);
  return same && people.every(({ standing }) => standing) ? 'unchanged' : 'changed';
}

export function countsOf(rows: readonly Planned[]) {
  const count = (result: OrgImportRow['result']) => rows.filter((row) => resultOf(row) === result).length;
  const counts = { created: count('new'), changed: count('changed'), unchanged: count('unchanged') };
  return { ...counts, people: newPeople(rows) };
}

export function importView(plan: Plan, from: { source: string; hash: string }): OrgImportView {
  const rows = plan.rows.map((planned): OrgImportRow => {
    const { row, name, problems } = planned;
    const result = resultOf(planned);
    return {
      row,
      name,
      result,
      resultLabel: labels[result],
      says: result === 'problem' ? [] : says(planned, plan),
      problems,
    };
  });
  const problems = rows.reduce((sum, row) => sum + row.problems.length, 0);
  return { ...from, rows, problems, ...countsOf(plan.rows) };
}

const fields = { level: '级别', type: '类型', district: '区' } as const;

function says(planned: Planned, { rows, register }: Plan): string[] {
  const { standing, kind, aliases, attributes, people, parentKey } = planned;
  const parent = rows.find(({ key }) => key === parentKey)?.name ?? register.orgs.get(parentKey ?? '')?.name;
  const changes = (Object.keys(fields) as (keyof typeof fields)[]).flatMap((field) => {
    const to = attributes[field];
    if (to === undefined) return [];
    const old = standing?.[field];
    return [`${fields[field]}：${old ? `${old}→` : ''}${to}`];
  });
  if (moves(planned)) changes.push(`上级机构改为${parent ?? '无'}`);
  if (aliases.length > 0) changes.push(`${standing ? '增加' : ''}简称：${aliases.join('、')}`);
  const upper = parent ? `，上级机构${parent}` : '';
  const org = standing
    ? [standing.name === planned.name ? '' : `即已登记的${standing.name}`, ...changes]
    : [`新建${kind ? orgKinds[kind] : '机构'}${upper}`, ...changes];
  const told = org.filter((part) => part !== '').join('；');
  return [
    told === '' ? '已登记，机构信息不改动' : told,
    ...people.map(({ name, login, post, standing: known }) =>
      known
        ? `${name}（${login}）已有账号，不改动`
        : `新建人员${name}和账号 ${login}；${post}职务待安全管理员授予`,
    ),
  ];
}
