import type { CalendarDraft } from '../../api/bureau-types.ts';
import classes from './calendar.module.css';

/** Sentence by sentence what was understood; the rest is shown too, so that nothing is lost in silence. */
export function Reading({ reading }: { reading: NonNullable<CalendarDraft['reading']> }) {
  const { read, skipped } = reading;
  if (read.length + skipped.length === 0) return null;
  return (
    <section className="section" aria-labelledby="reading">
      <h2 id="reading">{`通知逐句读到的（${read.length}句）`}</h2>
      <dl className={classes['sentences']}>
        {read.map(({ text, says }) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {skipped.length > 0 ? (
        <details style={{ marginTop: 8 }}>
          <summary>{`与放假日期无关的其他文字（${skipped.length}句）`}</summary>
          <ul className="muted">
            {skipped.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
