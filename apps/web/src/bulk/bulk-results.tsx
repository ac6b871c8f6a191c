import { Button } from 'antd';
import { Link } from 'react-router';
import { Folded } from '../lists/folded.tsx';
import classes from './bulk.module.css';
import { countOf, firstOf } from './count-of.ts';
import type { BulkLine } from './use-bulk.ts';

interface Props {
  lines: readonly BulkLine[];
  label: string;
  sending: boolean;
  again: () => void;
  onClose: () => void;
}

/** What became of each: first what was not done and why, as it needs somebody to look. */
export function BulkResults({ lines, label, sending, again, onClose }: Props) {
  const done = lines.filter(({ result }) => result?.receipt);
  const refused = lines.filter(({ result }) => result?.refused);
  return (
    <div role="status">
      <h2 className={done.length > 0 ? classes['done'] : undefined}>
        {refused.length === 0
          ? `已办理：${label}，共${countOf(done.map(({ item }) => item))}项`
          : `办成${countOf(done.map(({ item }) => item))}项，没有办成${countOf(refused.map(({ item }) => item))}项`}
      </h2>
      {refused.length > 0 ? (
        <>
          <h3 style={{ marginTop: 16 }}>没有办成</h3>
          <ul className={classes['list']}>
            {refused.map(({ actId, item, result }) => (
              <li key={actId}>
                <Link to={`/cases/${item.caseId}`} className="text-link">
                  {item.caseTitle}
                </Link>
                <span className={`${classes['what']} muted`}>{firstOf(item.what).join('；')}</span>
                <span className={classes['why']}>{result?.refused?.detail}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {done.length > 0 ? (
        <>
          <h3 style={{ marginTop: 16 }}>已办成</h3>
          <ul className={classes['list']}>
            <Folded items={done} first={10}>
              {({ actId, item, result }) => (
                <li key={actId}>
                  <span className={classes['done']}>✓ </span>
                  <Link to={`/cases/${item.caseId}`} className="text-link">
                    {item.caseTitle}
                  </Link>
                  <span className="muted">{`　现处于“${result?.receipt?.stageLabel ?? ''}”`}</span>
                </li>
              )}
            </Folded>
          </ul>
        </>
      ) : null}
      <div className={classes['buttons']}>
        {refused.length > 0 ? (
          <Button type="primary" loading={sending} onClick={again}>
            {`重试没有办成的${countOf(refused.map(({ item }) => item))}项`}
          </Button>
        ) : null}
        <Button type={refused.length > 0 ? 'default' : 'primary'} onClick={onClose}>
          回到清单
        </Button>
      </div>
    </div>
  );
}
