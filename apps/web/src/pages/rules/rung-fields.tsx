import { Form, InputNumber, Radio, Select } from 'antd';
import { roleLabels, rungPaperLabels } from '../../api/labels.ts';
import { isDecider } from './given.ts';
import classes from './rules.module.css';

const whoms = [
  { value: 'holder', label: '提醒承办人' },
  { value: 'principal', label: '告知医院主要负责人' },
  ...(['section-head', 'leader', 'chief-leader'] as const).map((value) => ({
    value,
    label: `报${roleLabels[value]}`,
  })),
];
/** Before a day is over nobody is late, and nothing is reported. */
const whomsAt = (when: string | undefined) =>
  whoms.map((one) => ({ ...one, disabled: when !== 'after' && isDecider(one.value) }));
const papers = [
  { value: 'none', label: '不附文书' },
  ...(['urge', 'supervise', 'interview', 'circular'] as const).map((value) => ({
    value,
    label: `附${rungPaperLabels[value]}`,
  })),
];

/** Of a clock that stands still: whoever asked for it is asked, again and again, whether its ground still holds. */
function AskingFields() {
  return (
    <>
      <Form.Item name="ladder" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item
        name="everyWorkingDays"
        label="中止期间每满多少个工作日询问一次"
        extra="询问申请中止的人：中止的事由是否还在。"
        rules={[{ required: true, message: '请填写天数。' }]}
      >
        <InputNumber min={1} max={60} precision={0} suffix="个工作日" style={{ width: '10em' }} />
      </Form.Item>
    </>
  );
}

/** When, whom, how often, with which paper: only what fits the answer before is asked. */
export function RungFields({ isNew }: { isNew: boolean }) {
  const form = Form.useFormInstance();
  const when = Form.useWatch<string | undefined>('when', form);
  const whom = Form.useWatch<string | undefined>('whom', form);
  const ladder = Form.useWatch<string | undefined>('ladder', { form, preserve: true });
  const reported = isDecider(whom);
  if (ladder === 'stopped') return <AskingFields />;
  return (
    <>
      {isNew ? (
        <Form.Item name="ladder" label="用于哪类事项">
          <Radio.Group
            options={[
              { value: 'default', label: '一般事项' },
              { value: 'reminders', label: '督办事项（审批延期、处理升级等）' },
            ]}
          />
        </Form.Item>
      ) : (
        <Form.Item name="ladder" hidden>
          <input type="hidden" />
        </Form.Item>
      )}
      <div className={classes['pair']}>
        <Form.Item name="when" label="什么时候" rules={[{ required: true, message: '请选择时候。' }]}>
          <Radio.Group
            options={[
              { value: 'before', label: '到期前' },
              { value: 'due', label: '到期当日' },
              { value: 'after', label: '逾期后' },
            ]}
          />
        </Form.Item>
        {when === 'due' ? null : (
          <Form.Item name="days" label="多少个工作日" rules={[{ required: true, message: '请填写天数。' }]}>
            <InputNumber min={1} max={250} precision={0} suffix="个工作日" style={{ width: '10em' }} />
          </Form.Item>
        )}
      </div>
      <Form.Item
        name="whom"
        label="提醒谁，或者报给谁"
        extra={when === 'after' ? null : '逾期之后才报领导。'}
        rules={[{ required: true, message: '请选择。' }]}
      >
        <Select options={whomsAt(when)} style={{ maxWidth: '20em' }} />
      </Form.Item>
      {when === 'after' && !reported ? (
        <Form.Item
          name="everyWorkingDays"
          label="此后每隔多少个工作日重复（可不填）"
          extra="不填：只发一次。"
        >
          <InputNumber min={1} max={60} precision={0} suffix="个工作日" style={{ width: '10em' }} />
        </Form.Item>
      ) : null}
      {reported ? (
        <Form.Item
          name="paper"
          label="附什么文书"
          extra="由报给的这位领导审批后印发；主管部门内部承办的，不印发。"
        >
          <Select options={papers} placeholder="不附文书" style={{ maxWidth: '20em' }} />
        </Form.Item>
      ) : null}
    </>
  );
}
