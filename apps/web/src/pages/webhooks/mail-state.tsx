import { Button } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ask } from '../../api/client.ts';
import type { MailState as State } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { Asked } from '../../states/asked.tsx';
import { Failed } from '../../states/failed.tsx';
import classes from '../orgs/master-detail.module.css';

const key = ['mails'] as const;
const sortLabels = { digest: '每日汇总', urgent: '紧急邮件', confirm: '邮箱验证码' };

/** Whether mail goes out, and what does not. */
export function MailState() {
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask(api.GET('/api/mails', { signal })),
    refetchInterval: 30_000,
  });
  return (
    <section className="section">
      <h2>电子邮件</h2>
      <Asked query={found} what="读取邮件情况" rows={2}>
        {(state) => (state.on ? <Going state={state} /> : <Off />)}
      </Asked>
    </section>
  );
}

const Off = () => (
  <p className="muted">
    还没有配置邮件服务器，不发邮件。由运维人员设置 SMTP_URL 和 MAIL_FROM 后重启即可；各人的邮箱可以先填好。
  </p>
);

function Going({ state }: { state: State }) {
  const { from, sentToday, waiting, failing } = state;
  const today = useToday();
  const cache = useQueryClient();
  const retry = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/mails/{id}/retry', { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
  return (
    <div className={classes['part']} style={{ marginTop: 0 }}>
      <p style={{ marginBottom: failing.length > 0 ? 8 : 0 }}>
        发件人{from}。今天已发{sentToday}封，待发{waiting}封
        {failing.length > 0 ? <b className="late">，■ 没有发出{failing.length}封</b> : ''}。
        <span className="muted">
          每个工作日早上8:30发汇总，催办和督办升级随时发；邮箱在“人员”里登记，本人也可以自己填，经本人确认后才往那里发。
        </span>
      </p>
      {retry.isError ? <Failed error={retry.error} what="重发" narrow /> : null}
      <ul>
        {failing.map(
          ({ id, personId, personName, sort, address, at, attempts, failure, givenUp, nextAt }) => (
            <li key={id}>
              <Link to={`/people?open=${personId}`}>{personName}</Link>
              <span>{address}</span>
              <span className="muted">
                {instantText(at, today)}的{sortLabels[sort]}
              </span>
              <span className="late">■ {failure}</span>
              <span className="muted">
                已试{attempts}次，{givenUp ? '不再重试' : `${instantText(nextAt, today)}再试`}
              </span>
              <Button
                size="small"
                loading={retry.isPending && retry.variables === id}
                onClick={() => retry.mutate(id)}
              >
                立即重发
              </Button>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
