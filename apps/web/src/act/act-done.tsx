import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { ActReceipt, CaseView } from '../api/types.ts';
import { byDue } from '../deadline/by-due.ts';
import { Due } from '../deadline/due.tsx';
import classes from './act.module.css';

interface Props {
  receipt: ActReceipt;
  label: string;
  view: CaseView;
  onNext: (action: string, todoKey: string) => void;
  onClose: () => void;
}

/** What happened, and the next thing to do. */
export function ActDone({ receipt, label, view, onNext, onClose }: Props) {
  const navigate = useNavigate();
  // Until the case has been read again its todos are those of before.
  const open = view.seq >= receipt.seq ? view.todos.filter((todo) => !todo.closedAt).sort(byDue) : [];
  const mine = open.find((todo) => todo.mine);
  const others = open.filter((todo) => !todo.mine).slice(0, 3);
  return (
    <div role="status" className={classes['done']}>
      <h2>{`已办理：${label}`}</h2>
      <p>{`案件现处于“${receipt.stageLabel}”阶段。`}</p>
      {receipt.next.length + open.length > 0 ? <h3>接下来</h3> : null}
      <ul>
        {receipt.next.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {mine ? (
          <li>
            {`您还要办理：${mine.stepLabel}${mine.detail ? `（${mine.detail}）` : ''} `}
            <Due of={mine} />
          </li>
        ) : null}
        {others.map((todo) => (
          <li key={todo.id}>
            {`${todo.office}：${todo.stepLabel}${todo.detail ? `（${todo.detail}）` : ''} `}
            <Due of={todo} />
          </li>
        ))}
      </ul>
      <div className={classes['buttons']}>
        {mine ? (
          <Button type="primary" onClick={() => onNext(mine.action, mine.key)}>
            办理下一项
          </Button>
        ) : null}
        <Button type={mine ? 'default' : 'primary'} autoFocus={!mine} onClick={() => void navigate('/')}>
          回到工作台
        </Button>
        <Button onClick={onClose}>看本案</Button>
      </div>
    </div>
  );
}
