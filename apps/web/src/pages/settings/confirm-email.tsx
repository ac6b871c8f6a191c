import { Button, Input } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useToday } from '../../api/session.ts';
import type { Settings } from '../../api/types.ts';
import { instantText } from '../../days/day-text.ts';
import classes from './confirm-email.module.css';

/** What is still missing before mail goes to the address that was saved. Stands within the form of the page. */
export function ConfirmEmail({ settings }: { settings: Settings }) {
  const { email, emailConfirmed, mailOn, codeSentAt, codeFailure } = settings;
  const [code, setCode] = useState('');
  const today = useToday();
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: ['settings'] });
  const send = useMutation({ mutationFn: () => ask(api.POST('/api/settings/email-code')), onSettled });
  const confirm = useMutation({
    mutationFn: () => ask(api.POST('/api/settings/email-confirmation', { body: { code } })),
    onSettled,
  });
  if (!email || !mailOn) return null;
  if (emailConfirmed)
    return (
      <p role="status" className={classes['line']}>
        ✓ {email} 已确认，邮件发到这里。
      </p>
    );
  const failed = send.error ?? confirm.error;
  const enter = () => {
    if (!confirm.isPending) confirm.mutate();
  };
  return (
    <div className={classes['line']}>
      <p role="status" className={codeFailure ? 'late' : ''}>
        {codeFailure
          ? `■ 验证码还没有送到 ${email}：${codeFailure}。请检查地址有没有写错；一直收不到的，请联系系统管理员。`
          : codeSentAt
            ? `▲ 还差一步：${instantText(codeSentAt, today)}已把验证码发到 ${email}，24小时内有效。填上它才会往这里发邮件。`
            : `▲ ${email} 还没有确认，确认前不往这里发邮件。`}
      </p>
      <div className={classes['acts']}>
        {codeSentAt ? (
          <>
            <Input
              aria-label="邮件里的6位验证码"
              placeholder="6位验证码"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              style={{ width: 120 }}
              value={code}
              onChange={({ target }) => setCode(target.value.trim())}
              onPressEnter={(event) => {
                event.preventDefault();
                enter();
              }}
            />
            <Button type="primary" ghost loading={confirm.isPending} onClick={enter}>
              确认邮箱
            </Button>
          </>
        ) : null}
        <Button
          loading={send.isPending}
          onClick={() => {
            confirm.reset();
            setCode('');
            send.mutate();
          }}
        >
          {codeSentAt ? '重新发送' : '发送验证码'}
        </Button>
      </div>
      {failed ? (
        <p role="alert" className={classes['fault']}>
          {sentenceOf(failed)}
        </p>
      ) : null}
    </div>
  );
}
