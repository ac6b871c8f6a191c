import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { DeadlineView } from '../api/types.ts';
import { Due } from './due.tsx';

const Derivation = lazy(() => import('./derivation.tsx'));

/** A due day that opens how it was counted. */
export function Deadline({ deadline }: { deadline: DeadlineView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="link"
        className="text-button"
        aria-haspopup="dialog"
        title="查看期限怎样算出"
        onClick={() => setOpen(true)}
      >
        <Due of={deadline} />
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <Derivation deadline={deadline} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
