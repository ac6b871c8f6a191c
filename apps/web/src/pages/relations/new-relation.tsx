import { Form, Input, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { DayInput } from '../../act/day-input.tsx';
import { api, ask } from '../../api/client.ts';
import { relationSortLabels } from '../../api/labels.ts';
import type { Relation } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import { OrgSelect } from '../orgs/org-select.tsx';
import classes from '../absences/absences.module.css';

interface Values {
  orgId: string;
  sort: Relation['sort'];
  from: string;
  until?: string;
  note?: string;
}

const sorts = Object.entries(relationSortLabels).map(([value, label]) => ({ value, label }));

interface Props {
  person: { id: string; name: string };
  onDone: () => void;
  onCancel: () => void;
}

export function NewRelation({ person, onDone, onCancel }: Props) {
  const today = useToday();
  const cache = useQueryClient();
  return (
    <AdminForm<Values>
      title={`申报${person.name}的回避关系`}
      says={[
        '申报后立即有效：涉及该单位的事项，按规定应当回避的步骤不再由其办理，其代理他人时也一样。',
        '说明只有本人、安全管理员和领导看得到。',
      ]}
      verb="申报回避"
      initial={{ sort: 'kin', from: today }}
      send={({ until, note, ...rest }) =>
        ask(
          api.POST('/api/people/{id}/relations', {
            params: { path: { id: person.id } },
            body: { ...rest, ...(until ? { until } : {}), ...(note?.trim() ? { note: note.trim() } : {}) },
          }),
        )
      }
      onDone={async () => {
        await cache.invalidateQueries({ queryKey: ['relations'] });
        onDone();
      }}
      onCancel={onCancel}
    >
      <Form.Item name="orgId" label="单位" rules={[{ required: true, message: '请选择单位。' }]}>
        <OrgSelect placeholder="输入医院或部门名称查找" />
      </Form.Item>
      <Form.Item name="sort" label="关系">
        <Radio.Group options={sorts} />
      </Form.Item>
      <div className={classes['days']}>
        <Form.Item name="from" label="起始日期" rules={[{ required: true, message: '请选择日期。' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="until" label="截止日期（可不填）" extra="这一天起不再回避。">
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="note" label="说明（可不填）">
        <Input.TextArea rows={2} maxLength={500} placeholder="如：配偶任该院药剂科副主任" />
      </Form.Item>
    </AdminForm>
  );
}
