import { Form, Input, InputNumber, Select } from 'antd';
import classes from './rules.module.css';

const units = [
  { value: 'WD', label: '个工作日' },
  { value: 'CD', label: '日（含节假日）' },
  { value: 'MO', label: '个月' },
];
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((label, index) => ({
  value: index + 1,
  label,
}));
const missing = (message: string) => [{ required: true, message }];

/** How long; that of a weekly report is a day of the week. */
export function DeadlineFields({ weekly }: { weekly: boolean }) {
  return weekly ? (
    <div className={classes['pair']}>
      <Form.Item name="count" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="unit" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="fixedWeekday" label="每周几" rules={missing('请选择星期几。')}>
        <Select options={weekdays} style={{ width: '8em' }} />
      </Form.Item>
      <Form.Item name="time" label="几点以前" rules={missing('请填写钟点。')}>
        <Input placeholder="如 17:00" maxLength={5} style={{ width: '8em' }} />
      </Form.Item>
    </div>
  ) : (
    <div className={classes['pair']}>
      <Form.Item name="count" label="多长" rules={missing('请填写长度。')}>
        <InputNumber min={-750} max={1825} precision={0} style={{ width: '8em' }} />
      </Form.Item>
      <Form.Item name="unit" label="单位" rules={missing('请选择单位。')}>
        <Select options={units} style={{ width: '11em' }} />
      </Form.Item>
    </div>
  );
}
