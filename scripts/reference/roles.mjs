import { ownActions } from './explore.mjs';
import { kindCodes } from '#domain/kinds/index';
import { bureauRoles, hospitalRoles, roles, separatedRoles } from '#domain/role';
import { code, heading, table } from './markdown.mjs';

const place = (role) => {
  if (bureauRoles.includes(role)) return '主管部门或其处室；可阅全部事项';
  if (hospitalRoles.includes(role)) return '医院；只见本院参加的事项';
  if (role === 'department') return '责任部门；只见本部门参加的事项';
  return separatedRoles.includes(role) ? '三员之一，互不兼任；不见事项' : '尚无可阅事项';
};

const roleOf = (office) => (office === 'system' ? 'system' : office.role);

export function rolesPage(explored) {
  const mayDo = (role) =>
    explored.flatMap(({ kind, acts }) =>
      ownActions(kind)
        .filter(([action]) => acts.get(action).some(({ office }) => roleOf(office) === role))
        .map(([, { label }]) => `${label}`),
    );
  const opens = (role) =>
    explored
      .filter(
        ({ kind }) => kind.opening.by !== 'system' && kind.opening.by.some((office) => office.role === role),
      )
      .map(({ kind }) => `发起${kind.label}`);
  const rows = Object.entries(roles).map(([role, label]) => [
    code(role),
    label,
    place(role),
    [...opens(role), ...mayDo(role)].join('；') || '—',
  ]);
  return `${heading}# 角色 · Roles

What each role may do in the kinds that exist (${kindCodes.map(code).join(', ')}), as their tables say. The server refuses
everything else, and some acts also refuse the person who proposed or inspected. What each role may call beside acts
stands at the endpoint (\`@May\` in \`apps/api\`) and, endpoint by endpoint, in \`tests/api/matrix\`.

${table(['role', '角色', '岗位所在与可见范围', '可办理'], rows)}
`;
}
