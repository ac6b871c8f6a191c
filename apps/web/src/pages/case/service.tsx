import { useToday } from '../../api/session.ts';
import type { NoticeLine } from '../../api/types.ts';
import { dateText, instantText } from '../../days/day-text.ts';
import classes from './service.module.css';
import type { Shown } from './preview.tsx';

type View = NonNullable<NoticeLine['service']>;
type One = View['recipients'][number];

interface Props {
  service: View;
  to: NoticeLine['to'];
  show: (shown: Shown) => void;
}

/** Who has been served how, by which proof; for the bureau what was tried and which way is due next, and why. */
export function Service({ service, to, show }: Props) {
  if (!service.sentOn || service.recipients.length === 0) return null;
  return (
    <ul className={classes['recipients']} aria-label="送达情况">
      {service.recipients.map((one) => (
        <li key={one.recipient}>
          <Standing one={one} show={show} />
          <Tried one={one} opened={to.find(({ orgId }) => orgId === one.recipient)?.openedAt ?? null} />
          {one.next ? <Next next={one.next} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Standing({ one: { name, proven, receiptId }, show }: { one: One; show: Props['show'] }) {
  const today = useToday();
  if (!proven)
    return (
      <div>
        <span className={classes['open']}>◌ 未送达</span> {name}
      </div>
    );
  return (
    <div>
      <span className={classes['done']}>✓ 已送达</span> {name}
      <div className="muted">
        {`${dateText(proven.on, today)}，${proven.way}`}
        {receiptId ? (
          <>
            {' · '}
            <button
              type="button"
              className="text-link"
              onClick={() => show({ sort: 'notice', id: receiptId, name: `送达回证 ${name}` })}
            >
              送达回证
            </button>
          </>
        ) : null}
      </div>
    </div>
  );
}

/** What was done so far; to have read a paper is not to have signed for it. */
function Tried({ one: { tried, proven }, opened }: { one: One; opened: string | null }) {
  const today = useToday();
  const read = opened && !proven ? `${instantText(opened, today)}已阅，未签收` : null;
  if (tried.length === 0 && !read) return null;
  return (
    <ol className={classes['tried']}>
      {read ? <li>{read}</li> : null}
      {tried.map(({ label, on }) => (
        <li key={`${on}${label}`}>{`${dateText(on, today)} ${label}`}</li>
      ))}
    </ol>
  );
}

function Next({ next: { label, why, ground } }: { next: NonNullable<One['next']> }) {
  return (
    <div>
      <strong>{`下一步：${label}`}</strong>
      <div className="muted">{`${why}${ground ? `（${ground}）` : ''}`}</div>
    </div>
  );
}
