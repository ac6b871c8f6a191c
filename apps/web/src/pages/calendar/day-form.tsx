import { Form, Input, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { CalendarDraft } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { dayText } from '../../days/day-text.ts';
import { AdminForm } from '../orgs/admin-form.tsx';

interface Values {
  kind: 'holiday' | 'makeup' | 'plain';
  name?: string;
}

interface Props {
  draft: CalendarDraft;
  day: string;
  onDone: () => void;
}

/** One day of a draft, changed by hand. */
export function DayForm({ draft: { id, version, days }, day, onDone }: Props) {
  const cache = useQueryClient();
  const special = days.find((one) => one.day === day);
  return (
    <AdminForm<Values>
      title={dayText(day)}
      verb="改这一天"
      initial={{ kind: special?.kind ?? 'plain', name: special?.name ?? '' }}
      send={({ kind, name }) =>
        ask(
          api.POST('/api/calendar/drafts/{id}/days', {
            params: { path: { id } },
            body: { version, day, kind, ...(name && kind !== 'plain' ? { name } : {}) },
          }),
        )
      }
      onDone={async () => {
        await cache.invalidateQueries({ queryKey: ['drafts'] });
        onDone();
      }}
      onCancel={onDone}
    >
      <Form.Item name="kind" label="这一天">
        <Radio.Group
          options={[
            { value: 'holiday', label: '放假' },
            { value: 'makeup', label: '调休上班' },
            { value: 'plain', label: '与平常的一周相同' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'plain' ? null : (
            <Form.Item name="name" label="节日">
              <Input maxLength={20} placeholder="如：春节" style={{ maxWidth: '20em' }} />
            </Form.Item>
          )
        }
      </Form.Item>
    </AdminForm>
  );
}
