import type { PairListView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import classes from './campaign.module.css';

type Row = PairListView['rows'][number];

const pilotOf = (row: Row): string => row.pilot?.name ?? row.pilotText;

/** As the annex has it: the pilot once, the hospitals that it assists beside it. */
function byPilot(rows: readonly Row[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(pilotOf(row), [...(groups.get(pilotOf(row)) ?? []), row]);
  return [...groups];
}

export function Pairs({ list }: { list: PairListView }) {
  const today = useToday();
  const { preview, rows } = list;
  const bad = rows.filter((row) => row.problems.length > 0);
  return (
    <>
      {list.campaignId === null && preview.firstDue ? (
        <p className="muted">
          {preview.firstDue.label}：{dayText(preview.firstDue.due, today)}。通知送{preview.receivers.length}
          家医院。
        </p>
      ) : null}
      {bad.length > 0 ? (
        <ul className={classes['bad']}>
          {bad.map((row) => (
            <li key={row.row}>
              ■ 第{row.line}行：{row.problems.map((problem) => problem.sentence).join('')}
            </li>
          ))}
        </ul>
      ) : null}
      <table className={classes['pairs']}>
        <thead>
          <tr>
            <th scope="col">试点医院</th>
            <th scope="col">帮带医院</th>
          </tr>
        </thead>
        <tbody>
          {byPilot(rows).map(([pilot, assisted]) => (
            <tr key={pilot}>
              <th scope="row">{pilot}</th>
              <td>{assisted.map((row) => row.assisted?.name ?? row.assistedText).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
