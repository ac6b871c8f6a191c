import { useState } from 'react';
import { useToday } from '../api/session.ts';
import type { TimelineEntry } from '../api/types.ts';
import { clockText, dayOf, dayText } from '../days/day-text.ts';
import { useMedia } from '../lists/use-media.ts';
import classes from './timeline.module.css';

function byDay(entries: readonly TimelineEntry[]): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries.toSorted((a, b) => b.seq - a.seq)) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

/** Papers and files stand below it there: they are not to be looked for under years of entries. */
const daysOnPhone = 5;

interface Props {
  entries: readonly TimelineEntry[];
  onFile: (file: { id: string; name: string }) => void;
}

/** What happened, newest first; answers and files stay folded until wanted. */
export function Timeline({ entries, onFile }: Props) {
  const today = useToday();
  const small = useMedia('(max-width: 767px)');
  const [whole, setWhole] = useState(false);
  const days = byDay(entries);
  const folded = small && !whole && days.length > daysOnPhone + 1;
  const shown = folded ? days.slice(0, daysOnPhone) : days;
  return (
    <>
      {shown.map(([day, list]) => (
        <section key={day} className={classes['day']}>
          <h3>
            {day === today ? `今天（${dayText(day, today).replace(/.*（|）/g, '')}）` : dayText(day, today)}
          </h3>
          <ol>
            {list.map((entry) => (
              <Entry key={entry.seq} entry={entry} onFile={onFile} />
            ))}
          </ol>
        </section>
      ))}
      {folded ? (
        <button type="button" className="text-link" onClick={() => setWhole(true)}>
          更早的经过（{days.length - daysOnPhone}天）
        </button>
      ) : null}
    </>
  );
}

function Entry({ entry, onFile }: { entry: TimelineEntry; onFile: Props['onFile'] }) {
  const { at, label, answers, files, effects, person } = entry;
  const more = answers.length > 0 || files.length > 0;
  return (
    <li className={`${classes['entry']} ${person ? '' : classes['system']}`}>
      <time dateTime={at}>{clockText(at)}</time>
      <div>
        <p>{label}</p>
        {effects.length > 0 ? (
          <ul className={classes['effects']}>
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        ) : null}
        {more ? (
          <details>
            <summary>{summaryOf(answers.length, files.length)}</summary>
            <dl className={classes['answers']}>
              {answers.map((answer) => (
                <div key={answer.label}>
                  <dt>{answer.label}</dt>
                  <dd>{answer.value}</dd>
                </div>
              ))}
            </dl>
            {files.map((file) => (
              <button key={file.id} type="button" className="text-link" onClick={() => onFile(file)}>
                {file.name}
              </button>
            ))}
          </details>
        ) : null}
      </div>
    </li>
  );
}

function summaryOf(answers: number, files: number): string {
  const parts = [answers > 0 ? '填写内容' : '', files > 0 ? `附件${files}件` : ''];
  return parts.filter(Boolean).join('、');
}
