import { useToday } from '../../api/session.ts';
import type { NoticeLine } from '../../api/types.ts';
import { instantText } from '../../days/day-text.ts';
import { Standing } from '../../paper/standing.tsx';
import classes from './case.module.css';
import type { Shown } from './preview.tsx';
import { Service } from './service.tsx';

/** One issued paper: read in the page, downloaded as PDF, and who has opened it when. */
export function Paper({ notice, show }: { notice: NoticeLine; show: (shown: Shown) => void }) {
  const today = useToday();
  const { id, title, number, issuedAt, pages, status, to, service, heldFor } = notice;
  // Hundreds of one order differ in nothing else.
  const called = heldFor ? `${heldFor}：${title}` : title;
  const unopened = to.filter(({ openedAt }) => !openedAt);
  return (
    <li>
      {status === 'issued' ? (
        <button
          type="button"
          className="text-link"
          onClick={() => show({ sort: 'notice', id, name: number ? `${title} ${number}` : title })}
        >
          {called}
        </button>
      ) : (
        <span>{called}</span>
      )}
      <div className={classes['facts']}>
        {number ? <span>{number}</span> : null}
        {heldFor && to.length === 0 ? <span>未发送</span> : null}
        <span>{instantText(issuedAt, today)}</span>
        {pages ? <span>{`${pages}页`}</span> : null}
        {status === 'issued' ? (
          <a href={`/api/notices/${id}/pdf`} download>
            下载PDF
          </a>
        ) : null}
      </div>
      {notice.sealed ? (
        <div className="muted">{`${instantText(notice.sealed.at, today)}已用电子印章（${notice.sealed.by}）`}</div>
      ) : null}
      {status === 'rendering' ? <div role="status">正在排版，完成后自动显示。</div> : null}
      {status === 'failed' ? (
        <div className="late">排版没有成功，已转系统管理员处理；案件办理不受影响。</div>
      ) : null}
      <Standing notice={notice} />
      {service ? <Service service={service} to={to} show={show} /> : null}
      {to.length > 0 && !service ? (
        <details>
          <summary>
            {heldFor
              ? `${unopened.length === 0 ? '已阅' : '未阅'}：${heldFor}`
              : unopened.length === 0
                ? `送达${to.length}家，均已阅`
                : `送达${to.length}家，${unopened.length}家未阅`}
          </summary>
          <ul>
            {to.map(({ orgId, name, openedAt }) => (
              <li key={orgId}>
                {name}{' '}
                <span className="muted">{openedAt ? `${instantText(openedAt, today)}已阅` : '未阅'}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}
