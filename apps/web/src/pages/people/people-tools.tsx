import { Checkbox, Input, Select } from 'antd';
import type { Role } from '../../api/types.ts';
import { roleLabels } from '../../api/labels.ts';
import classes from '../orgs/master-detail.module.css';
import { OrgSelect } from '../orgs/org-select.tsx';
import type { PeopleAddress } from './use-people-address.ts';

const roles = Object.entries(roleLabels).map(([value, label]) => ({ value: value as Role, label }));

export function PeopleTools({ address: { filter, set } }: { address: PeopleAddress }) {
  return (
    <div className={classes['tools']} role="search" aria-label="筛选人员">
      <Input.Search
        allowClear
        placeholder="姓名"
        aria-label="按姓名查找"
        defaultValue={filter.q}
        onSearch={(q) => set({ q: q.trim() })}
        style={{ width: 160 }}
      />
      <OrgSelect
        label="机构"
        placeholder="全部机构"
        width={240}
        value={filter.orgId ?? null}
        onChange={(org) => set({ org })}
      />
      <Select
        allowClear
        placeholder="全部岗位"
        aria-label="岗位"
        options={roles}
        value={filter.role}
        onChange={(role?: Role) => set({ role })}
        style={{ width: 150 }}
      />
      <Checkbox
        checked={filter.withDisabled}
        onChange={(event) => set({ disabled: event.target.checked ? 'true' : null })}
      >
        含已停用
      </Checkbox>
    </div>
  );
}
