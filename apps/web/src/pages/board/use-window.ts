import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

interface Shown {
  from: number;
  to: number;
}

/** Rows beyond the edges, so that a quick turn of the wheel shows no white. */
const spare = 12;
/** Below this all rows are drawn: simpler for readers of the screen and for the browser's search. */
const fewRows = 120;

/** Which rows of equal height are in view; all of them while the page is printed. */
export function useWindow(box: RefObject<HTMLElement | null>, rows: number, rowHeight: number): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: fewRows });
  const [printing, setPrinting] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const to = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setShown((old) => (old.from === from && old.to === to ? old : { from, to }));
    };
    look();
    const size = new ResizeObserver(look);
    size.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, rowHeight]);

  useEffect(() => {
    // The paper is laid out right after this event: the rows have to stand by then.
    const all = () => flushSync(() => setPrinting(true));
    const some = () => setPrinting(false);
    window.addEventListener('beforeprint', all);
    window.addEventListener('afterprint', some);
    return () => {
      window.removeEventListener('beforeprint', all);
      window.removeEventListener('afterprint', some);
    };
  }, []);

  if (printing || rows <= fewRows) return { from: 0, to: rows };
  const from = Math.min(shown.from, Math.max(0, rows - 2 * spare));
  return { from, to: Math.min(shown.to, rows) };
}
