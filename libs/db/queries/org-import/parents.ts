import { mayStandUnder } from '#domain/org-tree';
import { orgKinds } from '#domain/role';
import { plainName } from '../org-by-name.ts';
import type { Complain, Planned } from './planned.ts';
import type { Register } from './register.ts';

/** Under what each row stands: an organisation of the register or of the table itself. */
export function readParents(
  rows: readonly Planned[],
  byName: ReadonlyMap<string, Planned>,
  register: Register,
  complain: Complain,
): void {
  const byKey = new Map(rows.map((planned) => [planned.key, planned]));
  const kindOf = (key: string | null) =>
    key === null ? undefined : (byKey.get(key)?.kind ?? register.orgs.get(key)?.kind);
  for (const planned of rows) readParent(planned, byName, register, complain);
  for (const planned of rows) {
    const { kind, parentKey, standing } = planned;
    if (!kind || planned.problems.some(({ column }) => column === '上级机构')) continue;
    if (standing && (standing.parentId ?? null) === parentKey) continue;
    if (!mayStandUnder(kind, kindOf(parentKey))) {
      const parent = kindOf(parentKey);
      complain(
        planned,
        'parent',
        `${orgKinds[kind]}不能${parent ? `设在${orgKinds[parent]}之下` : '没有上级'}。`,
      );
    } else if (standsUnderItself(planned.key, byKey, register))
      complain(planned, 'parent', '上级机构绕回到了自身或自己的下级，请改正。');
  }
}

function readParent(
  planned: Planned,
  byName: ReadonlyMap<string, Planned>,
  { bearers, bureau }: Register,
  complain: Complain,
): void {
  const text = planned.cells.parent ?? '';
  if (text === '') {
    const belongs = !planned.standing && (planned.kind === 'hospital' || planned.kind === 'section');
    if (belongs) planned.parentKey = bureau?.id ?? null;
    return;
  }
  const standing = bearers.get(plainName(text));
  const inTable = byName.get(plainName(text));
  if (standing?.disabledOn) complain(planned, 'parent', `上级机构${standing.name}已停用，请改为在用的机构。`);
  else if (!standing && !inTable)
    complain(
      planned,
      'parent',
      `没有找到上级机构“${text.slice(0, 40)}”。请写已登记机构的名称，或把它也列在本表中。`,
    );
  else planned.parentKey = standing?.id ?? inTable?.key ?? null;
}

function standsUnderItself(key: string, byKey: ReadonlyMap<string, Planned>, { orgs }: Register): boolean {
  const seen = new Set<string>();
  let at: string | null = key;
  while (at !== null) {
    if (seen.has(at)) return true;
    seen.add(at);
    at = byKey.get(at)?.parentKey ?? (byKey.has(at) ? null : (orgs.get(at)?.parentId ?? null));
  }
  return false;
}
