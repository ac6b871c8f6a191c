import { Form, Input, Radio } from 'antd';
import { DayInput } from '../../act/day-input.tsx';
import { markLabels } from '../../api/labels.ts';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';

/** 待配置 is said of what is shipped without a number. */
const offered = ['law', 'memory', 'default'] as const;

/** From when, and on what ground: asked of every row. */
export function BasisFields({ earliest, ends }: { earliest: string; ends: boolean }) {
  const today = useToday();
  return (
    <>
      <Form.Item
        name="from"
        label={ends ? '终止日期（当天起不再有效）' : '生效日期（当天起按新规定）'}
        extra={`最早为${dateText(earliest, today)}：今天已经办理的，都按今天的规定。`}
        rules={[{ required: true, message: '请选择日期。' }]}
      >
        <DayInput width="22em" />
      </Form.Item>
      <Form.Item
        name="ground"
        label="依据"
        extra="哪份文件哪一条，或者由谁、哪次会议决定。会印在期限的说明里，请不要写个人姓名。"
        rules={[{ required: true, whitespace: true, message: '请填写依据。' }]}
      >
        <Input maxLength={200} placeholder="如：京卫办〔2026〕9号第三条" />
      </Form.Item>
      {ends ? null : (
        <Form.Item
          name="mark"
          label="依据的性质"
          extra="法定：有法规或文件明文；待核对：有依据，原文未核对；默认值：没有明文，本单位自定。"
          rules={[{ required: true, message: '请选择依据的性质。' }]}
        >
          <Radio.Group options={offered.map((value) => ({ value, label: markLabels[value] }))} />
        </Form.Item>
      )}
    </>
  );
}
