import { Form, Input } from 'antd';

const attributes = [
  { name: 'level', label: '等级（可不填）', example: '三级甲等' },
  { name: 'type', label: '类别（可不填）', example: '综合医院' },
  { name: 'district', label: '所在区（可不填）', example: '西城区' },
] as const;

export function AttributeFields() {
  return attributes.map(({ name, label, example }) => (
    <Form.Item key={name} name={name} label={label}>
      <Input maxLength={30} placeholder={`如：${example}`} />
    </Form.Item>
  ));
}

/** A cleared field is told as empty, not left out. */
export const attributesOf = (values: { level?: string; type?: string; district?: string }) => ({
  level: values.level?.trim() || null,
  type: values.type?.trim() || null,
  district: values.district?.trim() || null,
});
