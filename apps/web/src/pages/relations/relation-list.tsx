import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Relation } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useToday } from '../../api/session.ts';
import { dateText, instantText } from '../../days/day-text.ts';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from '../absences/absences.module.css';

interface Props {
  relations: readonly Relation[];
  /** Whether the reader may end them. */
  mayEnd: boolean;
  onDone: (sentence: string) => void;
}

export function RelationList({ relations, mayEnd, onDone }: Props) {
  const [ending, setEnding] = useState<string>();
  const today = useToday();
  const cache = useQueryClient();
  return (
    <ul className={classes['list']}>
      {relations.map((one) => (
        <li key={one.id} className={one.current ? classes['running'] : undefined}>
          <div className={classes['line']}>
            <span className={classes['what']}>{`${one.orgName}：${one.sortLabel}`}</span>
            <span className={classes['status']}>{statusOf(one, today)}</span>
            {mayEnd && !one.ended && ending !== one.id ? (
              <Button size="small" onClick={() => setEnding(one.id)}>
                解除
              </Button>
            ) : null}
          </div>
          <p className="muted">{about(one, today)}</p>
          {ending === one.id ? (
            <AdminForm<{ why: string }>
              title={`解除与${one.orgName}的回避关系`}
              says={['从现在起不再因这一关系回避；申报和解除的理由都保留。']}
              verb="解除回避"
              send={({ why }) =>
                ask(
                  api.POST('/api/relations/{id}/end', {
                    params: { path: { id: one.id } },
                    body: { version: one.version, why: why.trim() },
                  }),
                )
              }
              onDone={async () => {
                await cache.invalidateQueries({ queryKey: ['relations'] });
                setEnding(undefined);
                onDone('✓ 已解除，记入日志。');
              }}
              onCancel={() => setEnding(undefined)}
            >
              <Form.Item
                name="why"
                label="理由"
                rules={[{ required: true, whitespace: true, message: '请填写理由。' }]}
              >
                <Input maxLength={200} placeholder="如：近亲属已调离该院" />
              </Form.Item>
            </AdminForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function statusOf({ current, ended, from }: Relation, today: string): string {
  if (current) return '回避中';
  if (ended) return '已解除';
  return from > today ? `${dateText(from, today)}起回避` : '已期满';
}

function about({ from, until, note, declared, ended }: Relation, today: string): string {
  return [
    `${dateText(from, today)}起${until ? `，${dateText(until, today)}止` : '，长期'}`,
    ...(note ? [`说明：${note}`] : []),
    `${instantText(declared.at, today)}由${declared.by}申报`,
    ...(ended ? [`${instantText(ended.at, today)}由${ended.by}解除：${ended.why}`] : []),
  ].join('；');
}
