import { Button } from 'antd';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { sentenceOf } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { ProvingBar } from './proving-bar.tsx';
import classes from './signing.module.css';
import { forget, isGoing, useAllUnderWay } from './under-way.ts';

/** On every page: signatures that go on although their signer has left the form, and what became of them. */
export function SigningStrip() {
  const { personId } = useSession();
  const { search } = useLocation();
  const mine = useAllUnderWay().filter((one) => one.personId === personId);
  const going = mine.some(isGoing);
  useEffect(() => {
    if (!going) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [going]);
  // The form that is open tells by itself.
  if (new URLSearchParams(search).has('act')) return null;
  return mine.map((one) => (
    <div key={one.caseId} className={`${classes['strip']} no-print`}>
      <Link to={`/cases/${one.caseId}`} className="text-link">
        {one.title}
      </Link>
      {isGoing(one) ? (
        <>
          <ProvingBar {...one} />
          <span className="muted">可以先办别的事，办完在这里告诉您；请不要关闭浏览器。</span>
        </>
      ) : (
        <>
          {one.at === 'done' ? (
            <span role="status" className={classes['done']}>
              {`✓ 已办理：${one.label}${one.of > 0 ? `，共${one.of.toLocaleString('zh-CN')}份` : ''}`}
            </span>
          ) : (
            <span role="alert" className="late">
              {`■ 没有办成：${sentenceOf(one.failure)}`}
            </span>
          )}
          {one.at === 'failed' ? (
            <Link
              to={`/cases/${one.caseId}?act=${one.action}`}
              className="text-link"
              onClick={() => forget(one.caseId)}
            >
              打开接着办
            </Link>
          ) : null}
          <Button size="small" onClick={() => forget(one.caseId)}>
            知道了
          </Button>
        </>
      )}
    </div>
  ));
}
