import { Skeleton } from 'antd';

interface Props {
  rows?: number;
  label?: string;
  /** It is all that the page has. */
  whole?: boolean;
}

/** Grey lines where the content will stand, so that nothing jumps. */
export function Loading({ rows = 6, label = '正在读取', whole }: Props) {
  const Label = whole ? 'h1' : 'span';
  return (
    <div role="status" aria-live="polite" style={{ padding: '12px 0' }}>
      <Label className="for-readers">{label}</Label>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}
