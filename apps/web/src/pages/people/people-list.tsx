import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Person } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import type { Role } from '../../api/types.ts';
import { EmptyState } from '../../states/empty-state.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import classes from '../orgs/master-detail.module.css';

export interface PeopleFilter {
  q?: string;
  orgId?: string;
  role?: Role;
  withDisabled?: boolean;
}

interface Props {
  filter: PeopleFilter;
  open: string | null;
  toPerson: (id: string) => { search: string };
}

const postsText = ({ posts }: Person): string =>
  posts
    .filter((post) => post.current)
    .map((post) => `${post.orgName} ${post.roleLabel}`)
    .join('；') || '没有在任职务';

/** The system administrator alone is shown accounts. */
function accountText({ account }: Person): string {
  if (!account) return '—';
  if (account.disabled) return `${account.login}（停用）`;
  return account.locked ? `${account.login}（■ 锁定）` : account.login;
}

export function PeopleList({ filter, open, toPerson }: Props) {
  const found = useInfiniteQuery({
    queryKey: ['people', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { withDisabled, ...rest } = filter;
      const gone = withDisabled ? { withDisabled: 'true' as const } : {};
      const query = { ...rest, ...gone, limit: 100, ...(pageParam ? { after: pageParam } : {}) };
      return ask(api.GET('/api/people', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (!found.data)
    return found.error ? (
      <Failed error={found.error} what="读取人员" retry={() => void found.refetch()} />
    ) : (
      <Loading rows={10} />
    );
  const people = found.data.pages.flatMap((page) => page.items);
  if (people.length === 0)
    return (
      <EmptyState
        title="没有这样的人员"
        text="换一个姓名或机构，或者勾选“含已停用”。新人员由系统管理员登记。"
      />
    );
  const columns: TableColumnsType<Person> = [
    {
      title: '姓名',
      width: 110,
      render: (_, person) => (
        <Link to={toPerson(person.id)} className={person.disabledOn ? classes['gone'] : undefined}>
          {person.name}
          {person.disabledOn ? '（停用）' : ''}
        </Link>
      ),
    },
    { title: '在任职务', render: (_, person) => postsText(person) },
    ...(people.some((person) => person.account)
      ? [
          {
            title: '账号',
            width: 160,
            responsive: ['md' as const],
            render: (_: unknown, person: Person) => accountText(person),
          },
        ]
      : []),
  ];
  return (
    <>
      <Table<Person>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={people}
        pagination={false}
        rowClassName={({ id }) => (id === open ? (classes['chosen'] ?? '') : '')}
      />
      {found.hasNextPage ? (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          显示更多
        </Button>
      ) : null}
    </>
  );
}
