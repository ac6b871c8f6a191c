import { useQuery } from '@tanstack/react-query';
import { timelineQuery } from '../api/cases.ts';
import { useToday } from '../api/session.ts';
import { dayOf, dayText } from '../days/day-text.ts';
import classes from './before.module.css';

interface Props {
  caseId: string;
  /** The todo that is being answered. */
  todoKey: string | undefined;
}

/** A longer answer stays folded: the form below is what the panel is for. */
const long = 240;

/** The act that this one answers: the plan to be agreed to, the problem to be solved, the ground of a return. */
export function Before({ caseId, todoKey }: Props) {
  const today = useToday();
  const { data } = useQuery({ ...timelineQuery(caseId), enabled: todoKey !== undefined });
  const entry = data?.findLast(({ opened, person }) => person && todoKey && opened.includes(todoKey));
  if (!entry) return null;
  return (
    <section className={classes['before']} aria-label="所办事项由来">
      <p>
        {entry.label} <span className="muted">{dayText(dayOf(entry.at), today)}</span>
      </p>
      <dl>
        {entry.answers.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value.length > long ? <Folded text={value} /> : value}</dd>
          </div>
        ))}
      </dl>
      {entry.files.map(({ id, name }) => (
        <a key={id} href={`/api/files/${id}?download=true`} download className="text-link">
          {name}
        </a>
      ))}
    </section>
  );
}

const Folded = ({ text }: { text: string }) => (
  <details>
    <summary>{`${text.slice(0, 40)}……（展开全部）`}</summary>
    {text}
  </details>
);
