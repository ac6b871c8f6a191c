import { Button } from 'antd';
import type { ActionView, CaseView } from '../../api/types.ts';
import { byDue } from '../../deadline/by-due.ts';
import { Deadline } from '../../deadline/deadline.tsx';
import { Due } from '../../deadline/due.tsx';
import { Folded } from '../../lists/folded.tsx';
import classes from './case.module.css';
import { MoreActs } from './more-acts.tsx';

type Todo = CaseView['todos'][number];

interface Props {
  view: CaseView;
  open: (action: string, given?: Record<string, unknown>, todoKey?: string) => void;
}

/** What is wanted of the reader and until when; then what else may be done, and why not more. */
export function Wanted({ view, open }: Props) {
  const mine = view.todos.filter((todo) => todo.mine && !todo.closedAt).sort(byDue);
  const permitted = view.actions.filter((action) => action.permitted);
  const first = mine.find((todo) => permitted.some(({ action }) => action === todo.action));
  const others = permitted.filter(({ action }) => !mine.some((todo) => todo.action === action));
  const [more, own] = [others.filter(supervises), others.filter((action) => !supervises(action))];
  const refused = view.actions.filter((action) => !action.permitted && action.reason && !supervises(action));
  if (view.actions.length === 0 && mine.length === 0) return null;
  return (
    <section className={classes['wanted']} aria-labelledby="wanted">
      <h2 id="wanted">{headOf(mine.length)}</h2>
      <ul className={classes['owed']}>
        <Folded items={mine} first={4}>
          {(todo) => (
            <Owed
              key={todo.id}
              todo={todo}
              action={view.actions.find(({ action }) => action === todo.action)}
              primary={todo === first}
              onOpen={() => open(todo.action, undefined, todo.key)}
            />
          )}
        </Folded>
      </ul>
      {others.length > 0 ? (
        <div className={classes['others']}>
          <span className="muted">还可以：</span>
          {own.map(({ action, label }) => (
            <Button key={action} onClick={() => open(action)}>
              {label}
            </Button>
          ))}
          <MoreActs actions={more} open={open} />
        </div>
      ) : null}
      <NotNow actions={refused} />
    </section>
  );
}

const supervises = (action: ActionView): boolean => action.supervises;

const headOf = (count: number): string => {
  if (count === 0) return '本案现在没有等您办理的事项';
  return count > 4 ? `待您办理（${count}项，按到期日排列）` : '待您办理';
};

interface OwedProps {
  todo: Todo;
  action: ActionView | undefined;
  primary: boolean;
  onOpen: () => void;
}

function Owed({ todo, action, primary, onOpen }: OwedProps) {
  return (
    <li>
      <div>
        <strong>{todo.stepLabel}</strong>
        {todo.detail ? <span>{`：${todo.detail}`}</span> : null}
        <div>{todo.deadline ? <Deadline deadline={todo.deadline} /> : <Due of={todo} />}</div>
      </div>
      {action?.permitted ? (
        <Button type={primary ? 'primary' : 'default'} onClick={onOpen}>
          {action.label}
        </Button>
      ) : (
        <span className="muted">{action?.reason ?? '现在还不能办理'}</span>
      )}
    </li>
  );
}

function NotNow({ actions }: { actions: readonly ActionView[] }) {
  if (actions.length === 0) return null;
  return (
    <details className={classes['not-now']}>
      <summary>{`现在不能办理的${actions.length}项及原因`}</summary>
      <dl>
        {actions.map(({ action, label, reason }) => (
          <div key={action}>
            <dt>{label}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
