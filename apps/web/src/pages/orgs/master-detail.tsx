import { Drawer, Grid } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './master-detail.module.css';

interface Props {
  list: ReactNode;
  /** What is chosen in the list; null: nothing. */
  detail: ReactNode | null;
  title: string;
  onClose: () => void;
}

/** Arrow keys go from line to line, Escape leaves the detail. */
function move(event: KeyboardEvent<HTMLElement>, onClose: () => void) {
  if (event.key === 'Escape') return onClose();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.target instanceof HTMLAnchorElement ? event.target.closest('tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}

/** On a wide screen the list stays beside what was chosen; on a phone a drawer covers it. */
export function MasterDetail({ list, detail, title, onClose }: Props) {
  const wide = Grid.useBreakpoint().lg ?? true;
  const open = detail !== null;
  return (
    <div className={`${classes['frame']} ${open && wide ? classes['open'] : ''}`}>
      <div onKeyDown={(event) => move(event, onClose)}>{list}</div>
      {wide ? (
        open && (
          <section aria-label={title} className={classes['detail']}>
            {detail}
          </section>
        )
      ) : (
        <Drawer open={open} onClose={onClose} title={title} size="large">
          {detail}
        </Drawer>
      )}
    </div>
  );
}
