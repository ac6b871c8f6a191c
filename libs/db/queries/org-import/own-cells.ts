import { orgColumns } from '#domain/org-table';
import type { OrgColumn } from '#domain/org-table';
import { orgKinds } from '#domain/role';
import type { OrgKind } from '#domain/role';
import type { Complain, Planned } from './planned.ts';

const most: Partial<Record<OrgColumn, number>> = {
  name: 100,
  level: 30,
  type: 30,
  district: 30,
  parent: 100,
};
const kinds = new Map<string, OrgKind>(
  Object.entries(orgKinds).map(([code, label]) => [label, code as OrgKind]),
);

/** What a row says of its organisation, by itself. */
export function readOwnCells(planned: Planned, complain: Complain): void {
  const { cells, standing } = planned;
  if (planned.name === '') complain(planned, 'name', '没有名称，请补上或删去这一行。');
  for (const [code, limit] of Object.entries(most) as [OrgColumn, number][]) {
    const text = cells[code] ?? '';
    if ([...text].length > limit)
      complain(planned, code, `${orgColumns[code]}超过${limit}个字，请检查是否粘错了列。`);
    else if (/\p{Cc}/u.test(text)) complain(planned, code, `${orgColumns[code]}中有换行，请写在一行里。`);
  }
  if (standing?.disabledOn)
    complain(planned, 'name', `${standing.name}已停用，请先在机构页恢复，或删去这一行。`);
  readKind(planned, complain);
  for (const code of ['level', 'type', 'district'] as const) {
    const text = cells[code];
    if (text && text !== standing?.[code]) planned.attributes[code] = text;
  }
}

function readKind(planned: Planned, complain: Complain): void {
  const { cells, standing } = planned;
  // In lists of the office 类别 is often 综合医院, and 类型 says that it is a hospital.
  if (cells.kind && cells.type && !kinds.has(cells.kind) && kinds.has(cells.type))
    planned.cells = { ...cells, kind: cells.type, type: cells.kind };
  const text = planned.cells.kind ?? '';
  const kind = kinds.get(text) ?? planned.kind;
  planned.kind = kind;
  if (text === '' && !standing) complain(planned, 'kind', '没有类别，应为医院、处室或责任部门。');
  else if (text !== '' && !kinds.has(text))
    complain(
      planned,
      'kind',
      `类别“${text.slice(0, 20)}”不认识，应为医院、处室或责任部门；综合、专科等写在“类型”一列。`,
    );
  else if (standing && kind !== standing.kind)
    complain(planned, 'kind', `${standing.name}已登记为${orgKinds[standing.kind]}，类别不能改。`);
  else if (!standing && kind === 'bureau') complain(planned, 'kind', '本系统只设一个主管部门，已经存在。');
}
