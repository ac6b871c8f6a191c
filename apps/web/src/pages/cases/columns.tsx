import type { ReactNode } from 'react';
import type { CaseLine } from '../../api/types.ts';
import { dateText, dayOf, dayText, instantText } from '../../days/day-text.ts';
import { kept } from '../../kept/kept.ts';
import { Lateness } from '../../lateness/lateness.tsx';

export interface Column {
  label: string;
  width: string;
  /** A day says nothing without the name of its column: the short one for a phone. */
  dated?: string;
  cell: (line: CaseLine, today: string) => ReactNode;
}

export type ColumnName = 'number' | 'kind' | 'stage' | 'late' | 'due' | 'changed' | 'opened' | 'closed';

const none = <span className="muted">—</span>;

/** Beside the title, which always stands first. */
export const columns: Record<ColumnName, Column> = {
  number: { label: '编号', width: '9.6em', cell: (line) => line.number },
  kind: { label: '类型', width: '6em', cell: (line) => line.kindLabel },
  stage: { label: '阶段', width: '6.5em', cell: (line) => line.stageLabel },
  late: {
    label: '状态',
    width: '5.4em',
    cell: (line) => <Lateness value={line.closedAt ? 'done' : line.lateness} />,
  },
  due: {
    label: '最近到期',
    width: '9.8em',
    dated: '到期',
    cell: (line, today) => (line.nextDue ? dayText(line.nextDue, today) : none),
  },
  changed: {
    label: '最近办理',
    width: '9em',
    dated: '办理',
    cell: (line, today) => instantText(line.changedAt, today),
  },
  opened: {
    label: '立案',
    width: '8.5em',
    dated: '立案',
    cell: (line, today) => dateText(dayOf(line.openedAt), today),
  },
  closed: {
    label: '办结',
    width: '8.5em',
    dated: '办结',
    cell: (line, today) => (line.closedAt ? dateText(dayOf(line.closedAt), today) : none),
  },
};

export const columnNames = Object.keys(columns) as ColumnName[];
const usual: ColumnName[] = ['number', 'kind', 'stage', 'late', 'due', 'changed'];

/** Remembered by this browser, in the order of the table. */
export const chosenColumns = kept<ColumnName[]>('register-columns', usual, (value) =>
  Array.isArray(value) ? columnNames.filter((name) => value.includes(name)) : usual,
);
