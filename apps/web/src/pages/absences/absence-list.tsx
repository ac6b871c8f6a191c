import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Absence } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { sessionKey } from '../../api/query-client.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from './absences.module.css';
import { ChangeForm } from './change-form.tsx';

interface Props {
  absences: readonly Absence[];
  text: (absence: Absence, today: string) => string;
  onDone: (sentence: string) => void;
}

/** The latest first; what has been ended stays, with who ended it and why. */
export function AbsenceList({ absences, text, onDone }: Props) {
  const [open, setOpen] = useState<{ id: string; form: 'change' | 'end' }>();
  const close = () => setOpen(undefined);
  const today = useToday();
  return (
    <ul className={classes['list']}>
      {absences.map((absence) => (
        <li key={absence.id} className={absence.status === 'running' ? classes['running'] : undefined}>
          <div className={classes['line']}>
            <span className={classes['what']}>{text(absence, today)}</span>
            <span className={classes['status']}>{absence.statusLabel}</span>
            {absence.mayEnd && open?.id !== absence.id ? (
              <>
                <Button size="small" onClick={() => setOpen({ id: absence.id, form: 'change' })}>
                  修改
                </Button>
                <Button size="small" onClick={() => setOpen({ id: absence.id, form: 'end' })}>
                  {absence.status === 'planned' ? '撤回' : '提前结束'}
                </Button>
              </>
            ) : null}
          </div>
          <p className="muted">{about(absence, today)}</p>
          {open?.id === absence.id ? (
            <Changing
              absence={absence}
              form={open.form}
              onCancel={close}
              onDone={(sentence) => {
                close();
                onDone(sentence);
              }}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function about({ note, entered, ended, status }: Absence, today: string): string {
  const verb = status === 'withdrawn' ? '撤回' : '提前结束';
  return [
    ...(note ? [`事由：${note}`] : []),
    `${instantText(entered.at, today)}由${entered.by}登记`,
    ...(ended ? [`${instantText(ended.at, today)}由${ended.by}${verb}：${ended.why}`] : []),
  ].join('；');
}

interface EndProps {
  absence: Absence;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

function Changing({ form, ...props }: EndProps & { form: 'change' | 'end' }) {
  return form === 'end' ? <EndForm {...props} /> : <ChangeForm {...props} />;
}

function EndForm({ absence, onDone, onCancel }: EndProps) {
  const cache = useQueryClient();
  const { person, deputy, status, version } = absence;
  const planned = status === 'planned';
  const verb = planned ? '撤回登记' : '提前结束';
  return (
    <AdminForm<{ why: string }>
      title={planned ? '撤回这次请假' : '提前结束代理'}
      says={
        planned
          ? [`${deputy.name}不再代理；这次登记连同撤回的理由保留。`]
          : [
              `${deputy.name}立即不能再以${person.name}的岗位办理；已经办的不受影响。`,
              '这次登记连同结束的理由保留。',
            ]
      }
      verb={verb}
      danger={!planned}
      send={({ why }) =>
        ask(
          api.POST('/api/absences/{id}/end', {
            params: { path: { id: absence.id } },
            body: { version, why: why.trim() },
          }),
        )
      }
      onDone={async () => {
        await cache.invalidateQueries({ queryKey: ['absences'] });
        await cache.invalidateQueries({ queryKey: sessionKey });
        onDone(planned ? '✓ 已撤回，代理不再开始。' : `✓ 已结束，${deputy.name}不再代理${person.name}。`);
      }}
      onCancel={onCancel}
    >
      <Form.Item
        name="why"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请填写理由。' }]}
      >
        <Input maxLength={200} placeholder="如：提前返岗" />
      </Form.Item>
    </AdminForm>
  );
}
