import { Skeleton } from 'antd';

/** Grey lines where the content will stand, so that nothing jumps. */
export function Loading({ rows = 6, label = '正在读取' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-live="polite" style={{ padding: '12px 0' }}>
      <span className="for-readers">{label}</span>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}
