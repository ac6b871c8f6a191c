import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { RuleLine, Rules, RuleTable } from '../../api/bureau-types.ts';
import { roleLabels, serviceWayLabels } from '../../api/labels.ts';
import { DeadlineFields } from './deadline-fields.tsx';
import { NumberingFields } from './numbering-fields.tsx';
import { RouteFields } from './route-fields.tsx';
import { RungFields } from './rung-fields.tsx';
import classes from './rules.module.css';

interface Props {
  table: RuleTable;
  rules: Rules;
  line: RuleLine | undefined;
  isNew: boolean;
}

/** The fields of one table. */
export function TableFields({ table, rules, line, isNew }: Props) {
  switch (table) {
    case 'rung':
      return <RungFields isNew={isNew} />;
    case 'deadline':
      return <DeadlineFields weekly={line?.values.fixedWeekday !== undefined} />;
    case 'extension':
      return <ExtensionFields deadlines={deadlinesOf(rules)} isNew={isNew} />;
    case 'ground':
      return <GroundFields deadlines={deadlinesOf(rules)} />;
    case 'route':
      return <RouteFields />;
    case 'office-hours':
      return <HoursFields />;
    case 'numbering':
      return <NumberingFields />;
    case 'way':
      return <WayFields />;
  }
}

interface Option {
  value: string;
  label: string;
}

const deadlinesOf = ({ tables }: Rules): Option[] =>
  (tables.find(({ table }) => table === 'deadline')?.rows ?? []).map(({ code, name, group }) => ({
    value: code,
    label: `${group}：${name}`,
  }));

const missing = (message: string) => [{ required: true, message }];

const approvers = [
  { value: 'above', label: '承办人的上一级' },
  { value: 'leader', label: roleLabels.leader },
  { value: 'chief-leader', label: roleLabels['chief-leader'] },
];

function ExtensionFields({ deadlines, isNew }: { deadlines: Option[]; isNew: boolean }) {
  return (
    <>
      {isNew ? (
        <Form.Item name="extends" label="哪项期限" rules={missing('请选择期限。')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="输入名称查找"
            options={deadlines.map(({ value, label }) => ({ value: `extension.${value}`, label }))}
          />
        </Form.Item>
      ) : null}
      <div className={classes['pair']}>
        <Form.Item name="times" label="最多延期几次" extra="填0：不得延期。" rules={missing('请填写次数。')}>
          <InputNumber min={0} max={10} precision={0} suffix="次" />
        </Form.Item>
        <Form.Item
          name="mostWorkingDays"
          label="每次最长"
          extra="以工作日计。"
          rules={missing('请填写天数。')}
        >
          <InputNumber min={1} max={250} precision={0} suffix="个工作日" style={{ width: '10em' }} />
        </Form.Item>
        <Form.Item
          name="aheadWorkingDays"
          label="须在到期前多久申请"
          extra="填0：到期日当天仍可申请。"
          rules={missing('请填写天数。')}
        >
          <InputNumber min={0} max={60} precision={0} suffix="个工作日" style={{ width: '10em' }} />
        </Form.Item>
      </div>
      <Form.Item name="firstBy" label="第一次延期由谁批准" rules={missing('请选择由谁批准。')}>
        <Radio.Group options={approvers} />
      </Form.Item>
      <Form.Item
        name="laterBy"
        label="再次延期由谁批准"
        extra="所选的人如果低于承办人的上一级，仍由上一级批准。"
        rules={missing('请选择由谁批准。')}
      >
        <Radio.Group options={approvers} />
      </Form.Item>
    </>
  );
}

function GroundFields({ deadlines }: { deadlines: Option[] }) {
  return (
    <>
      <Form.Item name="label" label="事由" rules={missing('请填写事由。')}>
        <Input maxLength={40} placeholder="如：等待检测机构出具结果" />
      </Form.Item>
      <Form.Item name="approvedBy" label="由谁批准" rules={missing('请选择由谁批准。')}>
        <Radio.Group
          options={(['section-head', 'leader'] as const).map((value) => ({
            value,
            label: roleLabels[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="rules" label="只用于这些期限（可不选）" extra="不选：用于法定期限以外的所有期限。">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="不限"
          options={deadlines}
        />
      </Form.Item>
    </>
  );
}

const ways = (['direct', 'left', 'entrusted', 'transferred', 'post', 'public'] as const).map((value) => ({
  value,
  label: serviceWayLabels[value],
}));

function WayFields() {
  return (
    <Form.Item name="next" label="下一步的送达方式" rules={missing('请选择下一步的送达方式。')}>
      <Radio.Group options={ways} vertical />
    </Form.Item>
  );
}

function HoursFields() {
  return (
    <div className={classes['pair']}>
      {(['opens', 'closes'] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={name === 'opens' ? '上班' : '下班'}
          rules={missing('请填写钟点。')}
        >
          <Input
            placeholder={name === 'opens' ? '如 09:00' : '如 17:30'}
            maxLength={5}
            style={{ width: '8em' }}
          />
        </Form.Item>
      ))}
    </div>
  );
}
