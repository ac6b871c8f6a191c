import { Link } from 'react-router';
import type { WorkloadView } from '../../api/bureau-types.ts';
import classes from './handover.module.css';

const countedBy = (todos: WorkloadView['todos'], fits: (todo: WorkloadView['todos'][number]) => boolean) =>
  todos.filter(fits).length;

/** In sentences: what lies with this person, and what a handover does not reach. */
export function AtHand({ workload }: { workload: WorkloadView }) {
  const { todos, shared, launched, absences, person } = workload;
  const approvals = countedBy(todos, ({ approval }) => approval);
  const late = countedBy(todos, (todo) => todo.late);
  const alone = countedBy(todos, ({ holds }) => holds === 'office');
  if (todos.length + shared + launched.count + absences.length === 0) return null;
  const parts = [approvals > 0 ? `审批${approvals}项` : '', late > 0 ? `已逾期${late}项` : ''].filter(
    (part) => part !== '',
  );
  return (
    <section className={classes['part']} aria-labelledby="at-hand">
      <h2 id="at-hand">{todos.length > 0 ? '一、手里的工作' : '不随移交变动的'}</h2>
      <ul className={classes['facts']}>
        {todos.length > 0 ? (
          <li>
            {`${person.name}名下有`}
            <b>{todos.length}</b>
            {`项待办${parts.length > 0 ? `，其中${parts.join('、')}` : ''}。`}
          </li>
        ) : null}
        {alone > 0 ? (
          <li>
            {`其中${alone}项属于只有${person.name}一人担任的岗位：接办人须先由安全管理员授予同一岗位，才能移交。`}
          </li>
        ) : null}
        {shared > 0 ? <li>{`另有${shared}项属于岗位的待办，同岗位的其他人都能办理，不必移交。`}</li> : null}
        {launched.count > 0 ? (
          <li>
            {`发起的在办案件${launched.count}件：立案人不变，案件仍可由同岗位的人办理。`}
            <span className={classes['cases']}>
              {launched.items.slice(0, 5).map(({ id, number }) => (
                <Link key={id} to={`/cases/${id}`} className="text-link">
                  {number}
                </Link>
              ))}
              {launched.count > 5 ? <span className="muted">等</span> : null}
            </span>
          </li>
        ) : null}
        {absences.map((line) => (
          <li key={line}>
            {`${line}：请假与代理不随工作移交，请另行安排。`}
            <Link to="/my/absences" className="text-link">
              请假与代理
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
