import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { liveWhileShort } from '../../api/query-client.ts';
import type { DeskView } from '../../api/types.ts';

export type ListName = 'mine' | 'today' | 'overdue' | 'soon' | PaperList | 'waiting' | 'done';
/** Work on papers, of all kinds of case. */
export type PaperList = 'review' | 'sign' | 'serve';

interface List {
  label: string;
  count?: (counts: DeskView['counts']) => number;
  empty: { title: string; text: string };
}

export const lists: Record<ListName, List> = {
  mine: {
    label: '待我办理',
    count: (counts) => counts.mine,
    empty: { title: '没有待办事项', text: '轮到您办理时，事项会自动出现在这里，按到期日排列。' },
  },
  today: {
    label: '今日到期',
    count: (counts) => counts.today,
    empty: { title: '今天没有到期的事项', text: '到期日为今天的待办会列在这里。' },
  },
  overdue: {
    label: '逾期',
    count: (counts) => counts.overdue,
    empty: { title: '没有逾期事项', text: '过了到期日还没有办的待办会列在这里。' },
  },
  soon: {
    label: '即将到期',
    count: (counts) => counts.soon,
    empty: { title: '没有即将到期的事项', text: '临近到期日的待办会列在这里。' },
  },
  review: {
    label: '待审文书',
    count: (counts) => counts.review,
    empty: { title: '没有待审文书', text: '文稿报送审核后，轮到您审核的列在这里。' },
  },
  sign: {
    label: '待签文书',
    count: (counts) => counts.sign,
    empty: {
      title: '没有待签文书',
      text: '审核通过、等您签发或签署的文书列在这里，可以逐份阅看后一并签发。',
    },
  },
  serve: {
    label: '待送达文书',
    count: (counts) => counts.serve,
    empty: { title: '没有待送达文书', text: '已签发用印、等您发送或送达的文书列在这里。' },
  },
  waiting: {
    label: '等待他人',
    count: (counts) => counts.waiting,
    empty: { title: '没有在等他人办理的事项', text: '您经办的案件转到他人手里以后，列在这里。' },
  },
  done: { label: '我已办', empty: { title: '还没有办过的事项', text: '办完的事项会列在这里，最近的在前。' } },
};

const papers: readonly string[] = ['review', 'sign', 'serve'];
export const isPaperList = (name: ListName): name is PaperList => papers.includes(name);

export const isList = (name: string | null): name is ListName => name !== null && name in lists;

/** 即将到期 has no list of its own: 待我办理 is in the order of due days, so it stands near the top. */
export const todosQuery = (name: ListName) =>
  infiniteQueryOptions({
    queryKey: ['todos', name],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(name === 'soon' || isPaperList(name) ? { list: 'mine' as const } : { list: name }),
        ...(isPaperList(name) ? { papers: name } : {}),
        limit: 50,
        ...(pageParam ? { after: pageParam } : {}),
      };
      return ask(api.GET('/api/todos', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next, items }) =>
      name === 'soon' && items.at(-1)?.lateness === 'normal' ? undefined : (next ?? undefined),
    select: ({ pages }) => {
      const items = pages.flatMap((page) => page.items);
      return name === 'soon' ? items.filter(({ lateness }) => lateness === 'soon') : items;
    },
    ...liveWhileShort,
  });
