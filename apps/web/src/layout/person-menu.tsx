import DownOutlined from '@ant-design/icons/DownOutlined';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client.ts';
import { sentenceOf, statusOf } from '../api/problem.ts';
import { forgetAnswers, sessionKey } from '../api/query-client.ts';
import { useSession } from '../api/session.ts';
import { forgetKeptFiles } from '../kept/kept-files.ts';
import { forgetKept } from '../kept/kept.ts';
import { forgetAll } from '../signing/under-way.ts';
import { setTypeSize, typeSizes, useTypeSize } from '../theme/type-size.ts';
import type { TypeSize } from '../theme/type-size.ts';
import classes from './top-bar.module.css';

export function PersonMenu() {
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const size = useTypeSize();
  const logOut = useMutation({
    mutationFn: () => ask(api.DELETE('/api/session')),
    onSuccess: () => void leave(),
    // The session had ended already: that is what was wanted.
    onError: (error) => void (statusOf(error) === 401 ? leave() : message.error(sentenceOf(error))),
  });
  /** An answer still on its way was made for the one who leaves: it must not arrive after him. */
  async function leave(): Promise<void> {
    forgetAll();
    forgetKept('draft.');
    await forgetKeptFiles('draft.');
    await client.cancelQueries();
    client.setQueryData(sessionKey, null);
    forgetAnswers();
    await navigate('/');
  }
  const posts = session.posts.map((post, index) => ({
    key: `post-${index}`,
    disabled: true,
    label: (
      <span
        style={{ color: 'var(--muted)' }}
      >{`${post.orgName} ${post.roleLabel}${post.actingFor ? `（代${post.actingFor.name}）` : ''}`}</span>
    ),
  }));
  const sizes = Object.entries(typeSizes).map(([key, label]) => ({
    key: `size-${key}`,
    label: (
      <span style={{ paddingLeft: key === size ? 0 : '1.2em' }}>{key === size ? `✓ ${label}` : label}</span>
    ),
    onClick: () => setTypeSize(key as TypeSize),
  }));
  const items: MenuProps['items'] = [
    { type: 'group', label: '现任岗位', children: posts },
    { type: 'divider' },
    { type: 'group', label: '字号', children: sizes },
    { type: 'divider' },
    { key: 'settings', label: '我的设置', onClick: () => void navigate('/settings') },
    { key: 'password', label: '修改密码', onClick: () => void navigate('/password') },
    { key: 'out', label: '退出登录', onClick: () => logOut.mutate() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" aria-haspopup="menu" className={classes['person'] ?? ''}>
        <span>{session.name}</span>
        <span className={`muted ${classes['post']}`}>{session.posts[0]?.roleLabel}</span>
        <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}
