import { Button } from 'antd';
import { useEffect, useRef } from 'react';

interface Props {
  hasMore: boolean;
  loading: boolean;
  more: () => void;
  count: number;
}

/** The foot of a list that is read page by page: loads on when it comes into sight, or by its button. */
export function More({ hasMore, loading, more, count }: Props) {
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = foot.current;
    if (!element || !hasMore || loading) return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) more();
      },
      { rootMargin: '400px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, loading, more]);
  if (count === 0) return null;
  return (
    <div ref={foot} style={{ padding: '10px 0' }} className="muted" role="status">
      {hasMore ? (
        <Button size="small" loading={loading} onClick={more}>
          继续显示
        </Button>
      ) : (
        `共${count}条，已全部显示`
      )}
    </div>
  );
}
