import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { webhookEventLabels } from '../../api/labels.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { Asked } from '../../states/asked.tsx';
import classes from '../orgs/master-detail.module.css';

export function Deliveries({ id }: { id: string }) {
  const today = useToday();
  const found = useQuery({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id } }, signal })),
    refetchInterval: 10_000,
  });
  return (
    <section className={classes['part']}>
      <h3>最近的推送</h3>
      <Asked query={found} what="读取最近的推送" rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">还没有推送过。有了所选的消息，几秒内就会推送。</p>
          ) : (
            <ul>
              {items.map(({ id: delivery, event, caseNumber, at, attempts, status, failure, doneAt }) => (
                <li key={delivery}>
                  <span>{webhookEventLabels[event].replace('消息：', '')}</span>
                  <span className="muted">{caseNumber}</span>
                  <span className="muted">{instantText(doneAt ?? at, today)}</span>
                  {doneAt ? <span>✓ 已送到（{status}）</span> : <b className="late">■ {failure}</b>}
                  {attempts > 1 ? <span className="muted">第{attempts}次</span> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}
