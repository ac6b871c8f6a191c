import { newAccount } from '#contracts/person';
import { orgColumns } from '#domain/org-table';
import { roles } from '#domain/role';
import type { OrgKind, Role } from '#domain/role';
import type { Complain, Planned } from './planned.ts';
import type { Register } from './register.ts';

type Place = 'liaison' | 'principal';
const longestName = 50;

/** The post that a person of this column is to get; the security administrator grants it. */
const posts: Record<OrgKind, Partial<Record<Place, Role>>> = {
  hospital: { liaison: 'liaison', principal: 'principal' },
  department: { liaison: 'department', principal: 'department' },
  section: { principal: 'section-head' },
  bureau: {},
};

/** People are known by their login: a name alone may be borne by several. */
export function readPeople(rows: readonly Planned[], register: Register, complain: Complain): void {
  const inTable = new Map<string, { name: string; row: number }>();
  for (const planned of rows)
    for (const place of ['liaison', 'principal'] as const)
      readPerson(planned, place, { inTable, register, complain });
}

interface Among {
  inTable: Map<string, { name: string; row: number }>;
  register: Register;
  complain: Complain;
}

function readPerson(planned: Planned, place: Place, { inTable, register, complain }: Among): void {
  const [nameColumn, loginColumn] = [`${place}Name`, `${place}Login`] as const;
  const { [nameColumn]: name = '', [loginColumn]: typed = '' } = planned.cells;
  if (name === '' && typed === '') return;
  if (name === '') return complain(planned, nameColumn, `填了登录名，还要填${orgColumns[nameColumn]}。`);
  if (typed === '') return complain(planned, loginColumn, `填了姓名，还要填${orgColumns[loginColumn]}。`);
  if ([...name].length > longestName || /\p{Cc}/u.test(name))
    return complain(planned, nameColumn, `姓名超过${longestName}个字或含有换行，一格只填一个人。`);
  const read = newAccount.shape.login.safeParse(typed);
  if (!read.success)
    return complain(
      planned,
      loginColumn,
      `登录名“${typed.slice(0, 20)}”不能用，应为 2 到 64 个小写字母、数字、点、横线。`,
    );
  const login = read.data;
  const role = planned.kind && posts[planned.kind][place];
  if (planned.kind && !role)
    return complain(
      planned,
      nameColumn,
      planned.kind === 'section' ? '处室没有联络员，请填在负责人一列。' : '主管部门的人员请在人员页新建。',
    );
  const held = register.logins.get(login);
  if (held?.off)
    return complain(planned, loginColumn, `登录名“${login}”的人员或账号已停用，请先在人员页恢复。`);
  if (held && held.name !== name)
    return complain(
      planned,
      loginColumn,
      `登录名“${login}”已由${held.name}使用，与${name}不是同一人，请换一个。`,
    );
  const before = inTable.get(login);
  if (before && before.name !== name)
    return complain(
      planned,
      loginColumn,
      `登录名“${login}”在第 ${before.row} 行是${before.name}的，请换一个。`,
    );
  inTable.set(login, before ?? { name, row: planned.row });
  const standing = Boolean(held ?? before);
  planned.people.push({ name, login, post: role ? roles[role] : '', standing });
}
