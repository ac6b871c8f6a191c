import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { useSyncExternalStore } from 'react';
import { useToday } from '../../api/session.ts';
import type { CaseLine } from '../../api/types.ts';
import type { Selection } from '../../bulk/use-selection.ts';
import { isPlainClick } from '../../lists/plain-click.ts';
import { moveBetweenRows } from '../../lists/row-keys.ts';
import { chosenColumns, columns } from './columns.tsx';
import type { ColumnName } from './columns.tsx';
import classes from './cases.module.css';

interface Props {
  lines: readonly CaseLine[];
  /** The case that stands beside the list. */
  opened: string | undefined;
  /** Where the screen is wide enough, a click shows the case beside the list; its address is always its own page. */
  onOpened: ((id: string) => void) | undefined;
  /** Moving by arrow keys shows each case beside the list while one is open. */
  onMoved: (id: string) => void;
  /** Rows can be ticked. */
  selection: Selection | undefined;
}

const besideColumns: ColumnName[] = ['late'];

export function RegisterTable({ lines, opened, onOpened, onMoved, selection }: Props) {
  const chosen = useSyncExternalStore(chosenColumns.subscribe, chosenColumns.get);
  const shown: ColumnName[] = opened ? besideColumns : chosen;
  const today = useToday();
  return (
    <table className={classes['table']} onKeyDown={moveBetweenRows}>
      <caption className="for-readers">案件；上下键移动，回车打开</caption>
      <colgroup>
        {selection ? <col style={{ width: 40 }} /> : null}
        <col />
        {shown.map((name) => (
          <col key={name} style={{ width: columns[name].width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {selection ? (
            <td>
              <Checkbox
                checked={selection.all}
                indeterminate={selection.some}
                onChange={selection.toggleAll}
                aria-label="全选"
              />
            </td>
          ) : null}
          <th scope="col">案件</th>
          {shown.map((name) => (
            <th key={name} scope="col">
              {columns[name].label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} aria-current={line.id === opened ? 'true' : undefined}>
            {selection ? (
              <td className={classes['tick']}>
                <Checkbox
                  checked={selection.has(line.id)}
                  disabled={selection.full && !selection.has(line.id)}
                  onChange={() => selection.toggle(line.id)}
                  aria-label={`选择：${line.title}`}
                />
              </td>
            ) : null}
            <th scope="row">
              <Link
                to={`/cases/${line.id}`}
                data-row
                onClick={(event) => {
                  if (!onOpened || !isPlainClick(event)) return;
                  event.preventDefault();
                  onOpened(line.id);
                }}
                onFocus={() => opened && line.id !== opened && onMoved(line.id)}
              >
                {line.title}
              </Link>
              {opened ? (
                <div className={classes['below']}>
                  <span>{line.number}</span>
                  <span>{line.stageLabel}</span>
                </div>
              ) : null}
            </th>
            {shown.map((name) => (
              <td key={name} data-label={columns[name].dated}>
                {columns[name].cell(line, today)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
