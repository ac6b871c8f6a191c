import { Form, Input, Radio } from 'antd';
import type { RowValues } from './given.ts';

const forms = [
  { value: 'official', label: '机关代字〔年份〕序号，如 京医管督函〔2026〕12号' },
  { value: 'issue', label: '按期编号，如 〔2026〕第12期' },
  { value: 'file', label: '内部编号，如 2026-0012' },
];

/** Papers with the same letters are counted in one series; every year begins with 1. */
export function NumberingFields() {
  const form = Form.useWatch<RowValues['form']>('form');
  return (
    <>
      <Form.Item name="form" label="文号的写法" rules={[{ required: true, message: '请选择文号的写法。' }]}>
        <Radio.Group options={forms} vertical />
      </Form.Item>
      {form === 'official' ? (
        <Form.Item
          name="letters"
          label="机关代字"
          extra="代字相同的文书合在一起编号；换了代字，从1号另起。已经用过的文号不变。"
          rules={[{ required: true, message: '请填写机关代字。' }]}
        >
          <Input maxLength={20} placeholder="如：京医管督函" style={{ width: '16em' }} />
        </Form.Item>
      ) : null}
    </>
  );
}
