import { Form, Select } from 'antd';
import { DayInput } from '../../act/day-input.tsx';
import type { Role } from '../../api/types.ts';
import { roleLabels } from '../../api/labels.ts';
import { OrgSelect } from '../orgs/org-select.tsx';

export interface PostValues {
  orgId: string;
  role: Role;
  from: string;
  until?: string;
}

/** Grouped as the desk is; where a role may be held the API says with the field. */
const groups: { label: string; roles: Role[] }[] = [
  {
    label: '主管部门、处室',
    roles: ['inspector', 'section-head', 'legal-reviewer', 'leader', 'chief-leader', 'archivist'],
  },
  { label: '医院', roles: ['liaison', 'principal', 'clerk'] },
  { label: '其他', roles: ['department', 'evaluator'] },
  { label: '三员（不得兼任）', roles: ['system-admin', 'security-admin', 'auditor'] },
];

const options = groups.map(({ label, roles }) => ({
  label,
  options: roles.map((value) => ({ value, label: roleLabels[value] })),
}));

export function PostFields() {
  return (
    <>
      <Form.Item name="orgId" label="机构" rules={[{ required: true, message: '请选择机构。' }]}>
        <OrgSelect />
      </Form.Item>
      <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位。' }]}>
        <Select options={options} placeholder="请选择" showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="from" label="起始日期" rules={[{ required: true, message: '请选择起始日期。' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="until" label="截止日期（长期任职可不填）" extra="这一天起不再担任。">
        <DayInput />
      </Form.Item>
    </>
  );
}
