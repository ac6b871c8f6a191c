import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { MasterDetail } from '../orgs/master-detail.tsx';
import { MailState } from './mail-state.tsx';
import { SecretOnce } from './secret-once.tsx';
import { WebhookFields, bodyOf } from './webhook-fields.tsx';
import type { WebhookValues } from './webhook-fields.tsx';
import { WebhookList } from './webhook-list.tsx';
import { WebhookPanel } from './webhook-panel.tsx';
import { AdminForm } from '../orgs/admin-form.tsx';

/** How messages leave the product: mail, and other systems that are told. */
export default function WebhooksPage() {
  const [address, setAddress] = useSearchParams();
  const open = address.get('open');
  const cache = useQueryClient();
  const [secret, setSecret] = useState('');
  const found = useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => ask(api.GET('/api/webhooks', { signal })),
    ...live,
    refetchInterval: 10_000,
  });
  const show = (id: string | null) => setAddress(id ? { open: id } : {});
  const close = () => {
    setSecret('');
    show(null);
  };
  const chosen = found.data?.items.find(({ id }) => id === open);
  return (
    <PageBody>
      <PageHead
        title="消息推送"
        facts="系统里的消息，还可以按日汇总发到各人邮箱，或推送给本单位的短信平台、即时通讯等系统。"
      />
      <MailState />
      <section className="section">
        <div className="section-head">
          <h2>推送给其他系统</h2>
          <Button type="primary" onClick={() => show('new')}>
            新建推送
          </Button>
        </div>
        <MasterDetail
          title="推送详情"
          onClose={close}
          list={
            <Asked query={found} what="读取消息推送" rows={3}>
              {({ items }) => <WebhookList items={items} open={open} />}
            </Asked>
          }
          detail={
            secret ? (
              <SecretOnce secret={secret} onClose={() => setSecret('')} />
            ) : open === 'new' ? (
              <AdminForm<WebhookValues>
                title="新建推送"
                says={[
                  '从建好时起的消息会推送，以前的不推送。',
                  '验证用的密钥只显示一次，请交给对方系统的管理人员。',
                ]}
                verb="新建推送"
                initial={{ events: ['urge', 'escalation'] }}
                send={async (values) => {
                  const made = await ask(api.POST('/api/webhooks', { body: bodyOf(values) }));
                  setSecret(made.secret);
                  await cache.invalidateQueries({ queryKey: ['webhooks'] });
                  show(made.id);
                }}
                onDone={() => undefined}
                onCancel={close}
              >
                <WebhookFields />
              </AdminForm>
            ) : chosen ? (
              <WebhookPanel key={chosen.id} webhook={chosen} onSecret={setSecret} onGone={close} />
            ) : null
          }
        />
      </section>
    </PageBody>
  );
}
