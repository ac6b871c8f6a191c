import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { newKey } from '../api/sent-once.ts';
import { Folded } from '../lists/folded.tsx';
import { ProvingBar } from '../signing/proving-bar.tsx';
import { Failed } from '../states/failed.tsx';
import { isDone, isLeft, type Batch, type BatchItem } from './batch.ts';
import classes from './batch.module.css';
import { useSending } from './use-sending.ts';

interface Props {
  batch: Batch;
  update: (change: (batch: Batch) => Batch) => void;
  end: () => void;
}

/** How far it is, then what became of each; what was not done can be tried again or read again. */
export function Sending({ batch, update, end }: Props) {
  const { items, label } = batch;
  const navigate = useNavigate();
  const { go, running, error, proving } = useSending(batch, update);
  const begun = useRef(false);
  const left = items.filter(isLeft).length;
  // What was left when the page was closed goes on by itself.
  useEffect(() => {
    if (begun.current || left === 0) return;
    begun.current = true;
    void go();
  }, [go, left]);
  const done = items.filter(isDone);
  const refused = items.filter(({ result }) => result?.refused);
  const again = refused.filter(({ result }) => result?.refused?.again);
  const changed = refused.filter(({ result }) => result?.refused?.code === 'paper-changed');
  const renew = (some: readonly BatchItem[], change: (item: BatchItem) => BatchItem, sending: boolean) => {
    begun.current = false;
    update((before) => ({
      ...before,
      sending,
      items: before.items
        .filter((item) => sending || some.includes(item))
        .map((item) => (some.includes(item) ? change(item) : item)),
    }));
  };
  return (
    <div>
      <p role="status">
        {left > 0
          ? `正在办理，已办${items.length - left}份，共${items.length}份。可以离开本页，回来后接着办理剩下的。`
          : refused.length === 0
            ? `已全部办理：${label}${done.length}份。`
            : `办成${done.length}份，没有办成${refused.length}份。`}
      </p>
      <progress
        className={classes['progress']}
        aria-label="办理进度"
        value={items.length - left}
        max={items.length}
      />
      {proving ? (
        <>
          <p>{`${proving.caseTitle}（逐户发文）`}</p>
          <ProvingBar at="proving" label={label} {...proving} />
        </>
      ) : null}
      {error ? <Failed error={error} what={label} narrow retry={() => void go()} /> : null}
      {refused.length > 0 ? (
        <>
          <h2>没有办成</h2>
          <ul className={classes['results']}>
            {refused.map(({ actId, caseId, caseTitle, result }) => (
              <li key={actId}>
                <Link to={`/cases/${caseId}`} className="text-link">
                  {caseTitle}
                </Link>
                <span className={classes['why']}>{result?.refused?.detail}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {done.length > 0 ? (
        <>
          <h2>已办成</h2>
          <ul className={classes['results']}>
            <Folded items={done} first={10}>
              {({ actId, caseId, caseTitle, result }) => (
                <li key={actId}>
                  <span className={classes['read']}>✓ </span>
                  <Link to={`/cases/${caseId}`} className="text-link">
                    {caseTitle}
                  </Link>
                  <span className="muted">{`　现处于“${result?.receipt?.stageLabel ?? ''}”`}</span>
                </li>
              )}
            </Folded>
          </ul>
        </>
      ) : null}
      {left === 0 && !running ? (
        <div className={classes['turn']}>
          {again.length > 0 ? (
            <Button type="primary" onClick={() => renew(again, ({ result: _, ...item }) => item, true)}>
              {`重试${again.length}份`}
            </Button>
          ) : null}
          {changed.length > 0 ? (
            <Button onClick={() => renew(changed, reread, false)}>{`重新阅看${changed.length}份`}</Button>
          ) : null}
          <Button
            onClick={() => {
              end();
              void navigate('/?list=sign');
            }}
          >
            回到待签文书
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** It reads differently now: another act on another text. */
const reread = ({ result: _, hash: _hash, read: _read, ...item }: BatchItem): BatchItem => ({
  ...item,
  actId: newKey(),
});
