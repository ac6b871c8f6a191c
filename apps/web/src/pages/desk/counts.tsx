import { Link } from 'react-router';
import type { DeskView } from '../../api/types.ts';
import classes from './desk.module.css';
import { isPaperList, lists } from './lists.ts';
import type { ListName } from './lists.ts';

/** The server counts no further. */
const most = 2000;
const countText = (count: number): string => (count >= most ? `${most}+` : String(count));

const colourOf = (name: ListName, count: number): string | undefined => {
  if (count === 0) return undefined;
  if (name === 'overdue') return classes['late'];
  return name === 'today' || name === 'soon' ? classes['soon'] : undefined;
};

/** Every count is a link to what it counts. */
export function Counts({ counts, list }: { counts: DeskView['counts']; list: ListName }) {
  return (
    <nav aria-label="事项清单" className={classes['counts']}>
      {Object.entries(lists).map(([key, { label, count }]) => {
        const name = key as ListName;
        const number = count?.(counts);
        // Who never meets papers need not read of them.
        if (isPaperList(name) && number === 0 && name !== list) return null;
        return (
          <Link
            key={name}
            to={name === 'mine' ? '/' : `/?list=${name}`}
            replace
            aria-current={name === list ? 'page' : undefined}
          >
            {label}
            {number === undefined ? null : <b className={colourOf(name, number)}>{countText(number)}</b>}
          </Link>
        );
      })}
      <Link to="/messages">
        新消息<b>{countText(counts.messages)}</b>
      </Link>
    </nav>
  );
}
