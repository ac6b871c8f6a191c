import { Button, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { Note } from './note.tsx';
import { nameIn } from './refer.ts';
import type { Referred } from './refer.ts';

/** Who keeps the register, and the words to send him; the list waits meanwhile and is checked again later. */
export function ReferNotice({ referred, onClose }: { referred: Referred; onClose: () => void }) {
  const admins = useQuery({
    queryKey: ['people', 'system-admin'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/people', { params: { query: { role: 'system-admin', limit: 5 } }, signal })),
  });
  const names = (admins.data?.items ?? []).map((person) => person.name).join('、');
  const name = nameIn(referred);
  return (
    <Note tone="info" title={`“${name}”需要系统管理员${names ? `（${names}）` : ''}先登记`}>
          <Typography.Paragraph copyable style={{ marginBottom: 8 }}>
            {`请在机构名册中登记“${name}”，或把它登记为已有医院的简称、曾用名。结对名单第${referred.row.row}行在等。`}
          </Typography.Paragraph>
          已填写的内容都保留在本机，名册更新后回到本页会重新核对，不必重填。
          <Button type="link" size="small" onClick={onClose}>
            知道了
          </Button>
    </Note>
  );
}
