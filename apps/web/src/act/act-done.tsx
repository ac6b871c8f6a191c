import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { ActReceipt, CaseView } from '../api/types.ts';
import { Due } from '../deadline/due.tsx';
import classes from './act.module.css';

interface Props {
  receipt: ActReceipt;
  label: string;
  view: CaseView;
  onClose: () => void;
}

/** What happened, and the next thing to do. */
export function ActDone({ receipt, label, view, onClose }: Props) {
  const navigate = useNavigate();
  const mine = view.todos.find((todo) => todo.mine && !todo.closedAt && view.seq >= receipt.seq);
  return (
    <div role="status" className={classes['done']}>
      <h2>{`已办理：${label}`}</h2>
      <p>{`案件现处于“${receipt.stageLabel}”阶段。`}</p>
      {receipt.next.length > 0 ? (
        <>
          <h3>接下来</h3>
          <ul>
            {receipt.next.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {mine ? (
        <p className={classes['next']}>
          您在本案还有一项：{mine.stepLabel}
          {mine.detail ? `（${mine.detail}）` : ''} <Due {...mine} />
        </p>
      ) : null}
      <div className={classes['buttons']}>
        <Button type="primary" autoFocus onClick={() => void navigate('/')}>
          回到工作台
        </Button>
        <Button onClick={onClose}>看本案</Button>
      </div>
    </div>
  );
}
