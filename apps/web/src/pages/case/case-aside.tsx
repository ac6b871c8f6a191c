import type { CaseView } from '../../api/types.ts';
import { Deadline } from '../../deadline/deadline.tsx';
import { byDue } from '../../deadline/by-due.ts';
import { Due } from '../../deadline/due.tsx';
import { Folded } from '../../lists/folded.tsx';
import classes from './case.module.css';
import { CaseFiles } from './case-files.tsx';
import { Papers } from './papers.tsx';
import type { Shown } from './preview.tsx';

interface Props {
  view: CaseView;
  show: (shown: Shown) => void;
}

/** What others owe, the papers, the files, the people. */
export function CaseAside({ view, show }: Props) {
  const waiting = view.todos.filter((todo) => !todo.mine && !todo.closedAt).sort(byDue);
  return (
    <aside className={classes['aside']} aria-label="期限、文书、附件和人员">
      {waiting.length > 0 ? (
        <section aria-labelledby="waiting">
          <h2 id="waiting">等待他人办理</h2>
          <ul className={classes['lines']}>
            <Folded items={waiting} first={4}>
              {(todo) => (
                <li key={todo.id}>
                  <span>{`${todo.office}：${todo.stepLabel}${todo.detail ? `（${todo.detail}）` : ''}`}</span>
                  <div>{todo.deadline ? <Deadline deadline={todo.deadline} /> : <Due of={todo} />}</div>
                </li>
              )}
            </Folded>
          </ul>
        </section>
      ) : null}
      <Papers view={view} show={show} />
      <CaseFiles files={view.files} show={show} />
      <section aria-labelledby="people">
        <h2 id="people">人员</h2>
        {view.people.length === 0 ? <p className="muted">还没有人办理过本案。</p> : null}
        <ul className={classes['lines']}>
          {view.people.map((person) => (
            <li key={`${person.personId}${person.role}`}>
              {person.name} <span className="muted">{`${person.org} ${person.role}`}</span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
