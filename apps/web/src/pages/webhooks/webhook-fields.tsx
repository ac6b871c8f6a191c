import { Checkbox, Form, Input } from 'antd';
import type { Webhook } from '../../api/bureau-types.ts';
import { webhookEventLabels } from '../../api/labels.ts';

export interface WebhookValues {
  name: string;
  url: string;
  events: Webhook['events'];
}

export const bodyOf = ({ name, url, events }: WebhookValues): WebhookValues => ({
  name: name.trim(),
  url: url.trim(),
  events,
});

const options = Object.entries(webhookEventLabels).map(([value, label]) => ({ value, label }));

export function WebhookFields() {
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称。' }]}
      >
        <Input maxLength={50} placeholder="如：局短信平台" />
      </Form.Item>
      <Form.Item
        name="url"
        label="接收网址"
        extra="由对方系统提供。须在10秒内答复；转到别处的不跟随。"
        rules={[{ required: true, whitespace: true, message: '请填写接收网址。' }]}
      >
        <Input maxLength={500} inputMode="url" placeholder="如：https://sms.wjw.example/duxing" />
      </Form.Item>
      <Form.Item
        name="events"
        label="推送哪些"
        rules={[{ type: 'array', min: 1, message: '请至少选一项。' }]}
      >
        <Checkbox.Group options={options} style={{ display: 'grid', gap: 4 }} />
      </Form.Item>
    </>
  );
}
