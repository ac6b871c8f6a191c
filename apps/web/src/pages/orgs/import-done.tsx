import { Typography } from 'antd';
import type { OrgImportDone } from '../../api/bureau-types.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import classes from './master-detail.module.css';

type Account = OrgImportDone['accounts'][number];

const columns = [
  { title: '姓名', dataIndex: 'name', width: 100 },
  { title: '登录名', dataIndex: 'login', width: 160 },
  {
    title: '初始密码',
    dataIndex: 'password',
    width: 190,
    render: (password: string) => <code style={{ whiteSpace: 'nowrap' }}>{password}</code>,
  },
  { title: '待授予的职务', dataIndex: 'awaits' },
];

const asText = (accounts: Account[]) =>
  accounts.map(({ name, login, password, awaits }) => [name, login, password, awaits].join('\t')).join('\n');

/** What the import came to, with the passwords that are nowhere else. */
export function ImportDone({ done }: { done: OrgImportDone }) {
  const { created, changed, unchanged, accounts } = done;
  return (
    <section aria-label="导入结果">
      <p role="status">
        ✓ 已导入：新建机构{created}家，修改{changed}家，不改动{unchanged}家。
      </p>
      {accounts.length > 0 ? (
        <div className={classes['password']} role="alert">
          <p>以下{accounts.length}个账号的初始密码，只在这里显示这一次，请先记下。首次登录时须由本人修改。</p>
          <p>人员还没有职务，登录后看不到任何事项；已发消息请安全管理员授予。</p>
          <Typography.Paragraph copyable={{ text: asText(accounts), tooltips: ['复制全部', '已复制'] }}>
            复制全部账号和密码
          </Typography.Paragraph>
          <WideTable<Account>
            width={560}
            rowKey="login"
            columns={columns}
            dataSource={accounts}
            pagination={false}
          />
        </div>
      ) : null}
    </section>
  );
}
