import type { DispatchText } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import classes from './dispatch.module.css';

interface Props {
  opinions: DispatchText['opinions'];
  /** The last one unfolded, where it sent the draft back. */
  open?: boolean;
}

/** What reviewers said, with 批注 place by place; the newest first. */
export function Opinions({ opinions, open = false }: Props) {
  const today = useToday();
  if (opinions.length === 0) return null;
  return (
    <section className={classes['opinions']} aria-label="意见和批注">
      {opinions.map(({ label, by, at, returned, note, marks }, index) => (
        <details key={at} open={open && index === 0 && returned}>
          <summary>
            <strong className={returned ? 'late' : ''}>
              {returned ? `${label}：退回` : `${label}：同意`}
            </strong>{' '}
            {by} <span className="muted">{instantText(at, today)}</span>
            {marks.length > 0 ? ` 批注${marks.length}条` : ''}
          </summary>
          {note ? <p>{note}</p> : null}
          {marks.length > 0 ? (
            <dl>
              {marks.map(({ place, text }) => (
                <div key={place + text}>
                  <dt>{place}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          ) : note ? null : (
            <p className="muted">没有另附意见。</p>
          )}
        </details>
      ))}
    </section>
  );
}
