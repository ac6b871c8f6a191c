import { Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Webhook } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { webhookEventLabels } from '../../api/labels.ts';
import { useToday } from '../../api/session.ts';
import { Failed } from '../../states/failed.tsx';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from '../orgs/master-detail.module.css';
import { Deliveries } from './deliveries.tsx';
import { WebhookFields, bodyOf } from './webhook-fields.tsx';
import type { WebhookValues } from './webhook-fields.tsx';
import { stateText } from './webhook-list.tsx';

interface Props {
  webhook: Webhook;
  onSecret: (secret: string) => void;
  onGone: () => void;
}

type Act = 'edit' | 'withdraw' | 'rotate';

export function WebhookPanel({ webhook, onSecret, onGone }: Props) {
  const { id, name, url, events, version, secretEnd, state, waiting, lastFailure } = webhook;
  const [act, setAct] = useState<Act>();
  const [said, setSaid] = useState('');
  const cache = useQueryClient();
  const today = useToday();
  const params = { params: { path: { id } } };
  const done = async (sentence: string) => {
    await cache.invalidateQueries({ queryKey: ['webhooks'] });
    setAct(undefined);
    setSaid(sentence);
  };
  const quick = useMutation({
    mutationFn: async (what: 'test' | 'pause' | 'resume' | 'skip'): Promise<string> => {
      if (what === 'test') {
        const { ok, status, failure } = await ask(api.POST('/api/webhooks/{id}/test', params));
        return ok ? `✓ 测试已送到，对方答复 ${status}。` : `■ 测试没有送到：${failure}。`;
      }
      if (what === 'pause') await ask(api.POST('/api/webhooks/{id}/pause', params));
      else await ask(api.POST('/api/webhooks/{id}/resume', { ...params, body: { skip: what === 'skip' } }));
      return what === 'pause' ? '✓ 已暂停，期间的消息留着。' : '✓ 已恢复，正在推送。';
    },
    onMutate: () => setSaid(''),
    onSuccess: done,
  });
  const button = (what: Parameters<typeof quick.mutate>[0], label: string) => (
    <Button
      size="small"
      loading={quick.isPending && quick.variables === what}
      disabled={quick.isPending}
      onClick={() => quick.mutate(what)}
    >
      {label}
    </Button>
  );
  const resting = state === 'paused' || state === 'stopped';
  return (
    <>
      <h2>{name}</h2>
      <div className={classes['acts']}>
        {button('test', '发一条测试')}
        {resting ? button('resume', '恢复推送') : button('pause', '暂停')}
        {state === 'failing' ? button('resume', '立即重试') : null}
        {resting && waiting > 0 ? button('skip', '恢复，跳过积压的') : null}
        {(['edit', 'rotate', 'withdraw'] as const).map((one) => (
          <Button key={one} size="small" aria-expanded={one === act} onClick={() => setAct(one)}>
            {{ edit: '修改', rotate: '更换密钥', withdraw: '撤销' }[one]}
          </Button>
        ))}
      </div>
      <p role="status" className={classes['said']}>
        {said}
      </p>
      {quick.isError ? <Failed error={quick.error} what="办理" narrow /> : null}
      {act === 'edit' ? (
        <AdminForm<WebhookValues>
          title="修改推送"
          verb="保存修改"
          initial={{ name, url, events }}
          send={(values) =>
            ask(api.PATCH('/api/webhooks/{id}', { ...params, body: { version, ...bodyOf(values) } }))
          }
          onDone={() => done('✓ 已修改。')}
          onCancel={() => setAct(undefined)}
        >
          <WebhookFields />
        </AdminForm>
      ) : act === 'rotate' ? (
        <AdminForm
          title="更换密钥"
          says={['新密钥立即生效，旧密钥作废：对方换上新密钥之前，验证会不通过。', '新密钥只显示一次。']}
          verb="更换密钥"
          send={async () => onSecret((await ask(api.POST('/api/webhooks/{id}/secret', params))).secret)}
          onDone={() => done('✓ 密钥已更换。')}
          onCancel={() => setAct(undefined)}
        />
      ) : act === 'withdraw' ? (
        <AdminForm
          title="撤销推送"
          says={['不再向对方推送，积压的也不再推送；不能恢复，需要时另建。推送过的记录在日志里可查。']}
          verb="撤销推送"
          danger
          send={() => ask(api.POST('/api/webhooks/{id}/withdraw', params))}
          onDone={async () => {
            await cache.invalidateQueries({ queryKey: ['webhooks'] });
            onGone();
          }}
          onCancel={() => setAct(undefined)}
        />
      ) : null}
      <dl className={classes['facts']}>
        <dt>状态</dt>
        <dd>
          {stateText(webhook, today)}
          {state === 'failing' || state === 'stopped' ? `：${lastFailure ?? ''}` : ''}
        </dd>
        <dt>接收网址</dt>
        <dd>{url}</dd>
        <dt>验证密钥</dt>
        <dd>
          末四位 <code>{secretEnd}</code>，加密保存，不再显示；对方丢失时请更换
        </dd>
        <dt>推送</dt>
        <dd>{events.map((event) => webhookEventLabels[event].replace('消息：', '')).join('、')}</dd>
      </dl>
      <Deliveries id={id} />
    </>
  );
}
