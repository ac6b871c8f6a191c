import { useEffect, useRef, useState } from 'react';
import { PaperPages } from '../paper/paper-pages.tsx';
import classes from './batch.module.css';

interface Props {
  pages: readonly string[];
  name: string;
  /** Every page was in sight. */
  onSeen: () => void;
}

/** A page is taller than the window: so much of it in sight counts. */
const share = 0.2;

/** A paper in a window of its own, which notices when each of its pages was in sight. */
export function SeenPages({ pages, name, onSeen }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const root = frame.current;
    if (!root) return undefined;
    const images = [...root.querySelectorAll('img')];
    const observer = new IntersectionObserver(
      (entries) => {
        const now = entries
          .filter((one) => one.isIntersecting)
          .map((one) => images.indexOf(one.target as never));
        if (now.length > 0) setSeen((before) => new Set([...before, ...now]));
      },
      { root, threshold: share },
    );
    for (const image of images) observer.observe(image);
    return () => observer.disconnect();
  }, [pages]);
  const all = seen.size >= pages.length;
  useEffect(() => {
    if (all) onSeen();
  }, [all, onSeen]);
  return (
    <>
      <div ref={frame} className={classes['pages']} tabIndex={0} role="region" aria-label={name}>
        <PaperPages pages={pages} name={name} />
      </div>
      <p className="muted" role="status">
        {all ? `共${pages.length}页，已看完` : `共${pages.length}页，已看${seen.size}页，请向下翻阅`}
      </p>
    </>
  );
}
