import { useQuery } from '@tanstack/react-query';
import { timelineQuery } from '../api/cases.ts';
import { useToday } from '../api/session.ts';
import type { CaseView } from '../api/types.ts';
import { dayOf, dayText } from '../days/day-text.ts';
import { Deadline } from '../deadline/deadline.tsx';
import classes from './before.module.css';

/** The last of what was done; more would hide the question. */
const most = 6;

/** What somebody decides on who is shown late work: what was asked, answered, done to urge it, and what is proposed. */
export function Dossier({ view, todoKey }: { view: CaseView; todoKey: string | undefined }) {
  const today = useToday();
  const { data } = useQuery(timelineQuery(view.id));
  const only = view.escalations.length === 1 ? view.escalations[0] : undefined;
  const escalation = view.escalations.find(({ id }) => todoKey === `decide-escalation/${id}`) ?? only;
  const todo = view.todos.find(({ key }) => key === escalation?.todoKey);
  if (!escalation || !todo) return null;
  const asked = data?.findLast(({ opened }) => opened.includes(todo.key));
  const answers = (data ?? []).filter(({ person, seq, org }) =>
    Boolean(person && org && asked && seq > asked.seq && todo.office.startsWith(org)),
  );
  const done = escalation.done.slice(-most);
  return (
    <section className={classes['before']} aria-label="升级事项的经过">
      <dl>
        <Part label="应办事项">
          {`${todo.office}：${todo.stepLabel}${todo.detail ? `（${todo.detail}）` : ''}`}
        </Part>
        <Part label="期限">
          {todo.deadline ? <Deadline deadline={todo.deadline} /> : '没有期限'}
          {todo.workingDaysLate ? <strong>{`，已逾期${todo.workingDaysLate}个工作日`}</strong> : null}
        </Part>
        {asked ? <Part label="由来">{`${dayText(dayOf(asked.at), today)} ${asked.label}`}</Part> : null}
        <Part label="答复情况">
          {answers.length === 0
            ? '至今没有答复'
            : answers
                .slice(-3)
                .map(({ at, label }) => `${dayText(dayOf(at), today)} ${label}`)
                .join('\n')}
        </Part>
        <Part label="已经督促">
          {done.length === 0
            ? '没有提醒过'
            : done
                .map(({ at, label, to }) => `${dayText(dayOf(at), today)} ${label}${to ? `：${to}` : ''}`)
                .join('\n')}
        </Part>
        <Part label="升级依据">{escalation.rung}</Part>
        <Part label="建议处理">
          {escalation.proposal
            ? `印发${escalation.proposal}`
            : '内部承办的事项，不印发文书；可批示后退回办理，或改派他人'}
        </Part>
        {escalation.takenBy ? <Part label="亲自督办">{escalation.takenBy}</Part> : null}
      </dl>
    </section>
  );
}

const Part = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
