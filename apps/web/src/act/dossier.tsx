import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { timelineQuery } from '../api/cases.ts';
import { useToday } from '../api/session.ts';
import type { CaseView } from '../api/types.ts';
import { dateText, dayOf, dayText } from '../days/day-text.ts';
import { Deadline } from '../deadline/deadline.tsx';
import classes from './before.module.css';

/** What somebody decides on who is shown late work: what was asked, answered, done to urge it, and what is proposed. */
export function Dossier({ view, todoKey }: { view: CaseView; todoKey: string | undefined }) {
  const today = useToday();
  const { data } = useQuery(timelineQuery(view.id));
  const chosen = Form.useWatch<string | undefined>('escalation');
  const asId = chosen ?? todoKey?.split('/')[1];
  const escalation = view.escalations.find(({ id }) => id === asId);
  const todo = view.todos.find(({ key }) => key === escalation?.todoKey);
  if (!escalation || !todo) return null;
  const asked = data?.findLast(({ opened }) => opened.includes(todo.key));
  const answers = (data ?? []).filter(({ person, seq, org }) =>
    Boolean(person && org && asked && seq > asked.seq && todo.office.startsWith(org)),
  );
  const done = gathered(escalation.done, today);
  return (
    <section className={classes['before']} aria-label="升级事项的经过">
      <dl>
        <Part label="应办事项">
          {`${todo.office}：${todo.stepLabel}${todo.detail ? `（${todo.detail}）` : ''}`}
        </Part>
        <Part label="期限">{todo.deadline ? <Deadline deadline={todo.deadline} /> : '没有期限'}</Part>
        <Part label="建议处理">
          {escalation.proposal
            ? `印发${escalation.proposal}（${escalation.rung}）`
            : `内部承办，不印发文书；可批示后退回办理或改派（${escalation.rung}）`}
        </Part>
        {asked ? <Part label="由来">{`${dayText(dayOf(asked.at), today)} ${asked.label}`}</Part> : null}
        <Part label="近期办理">
          {answers.length === 0
            ? '至今没有办理'
            : answers
                .slice(-3)
                .map(({ at, label }) => `${dayText(dayOf(at), today)} ${label}`)
                .join('\n')}
        </Part>
        <Part label="已经督促">{done.length === 0 ? '没有提醒过' : done.join('\n')}</Part>
        {escalation.takenBy ? <Part label="亲自督办">{escalation.takenBy}</Part> : null}
      </dl>
    </section>
  );
}

/** What was done several times stands in one line with its first and last day. */
function gathered(done: CaseView['escalations'][number]['done'], today: string): string[] {
  const lines = new Map<string, string[]>();
  for (const { at, label, to } of done) {
    const what = to ? `${label}（${to}）` : label;
    lines.set(what, [...(lines.get(what) ?? []), dayOf(at)]);
  }
  return [...lines].map(([what, days]) => {
    const [first = '', last = first] = [days[0], days.at(-1)];
    if (days.length === 1) return `${what} ${dateText(first, today)}`;
    return `${what} ${days.length}次，${dateText(first, today)}至${dateText(last, today)}`;
  });
}

const Part = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
