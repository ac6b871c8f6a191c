import { Link } from 'react-router';
import { EmptyState } from '../../states/empty-state.tsx';

export function NotFoundPage() {
  return (
    <div style={{ padding: '8px 16px' }}>
      <EmptyState
        whole
        title="没有这一页"
        text="地址可能不完整，或者所指的内容已经移走。可以在上方按名称或编号搜索案件。"
        action={<Link to="/">回到工作台</Link>}
      />
    </div>
  );
}
