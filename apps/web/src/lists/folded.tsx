import { useState } from 'react';
import type { ReactNode } from 'react';

interface Props<T> {
  items: readonly T[];
  /** How many stand open; the rest on demand. */
  first: number;
  children: (item: T) => ReactNode;
}

/** List items of which the first ones are shown, and a line that unfolds the others. */
export function Folded<T>({ items, first, children }: Props<T>) {
  const [open, setOpen] = useState(false);
  // One more than allowed is shown rather than a line that says so.
  const rest = items.length - first;
  const shown = open || rest <= 1 ? items : items.slice(0, first);
  return (
    <>
      {shown.map(children)}
      {rest > 1 ? (
        <li>
          <button type="button" className="text-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : `还有${rest}项`}
          </button>
        </li>
      ) : null}
    </>
  );
}
