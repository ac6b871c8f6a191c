import type { ReactNode } from 'react';
import classes from './launch.module.css';

interface Props {
  tone: 'warn' | 'bad' | 'info';
  title: ReactNode;
  children?: ReactNode;
}

const marks = { warn: '▲', bad: '■', info: '●' } as const;

/** Something to be read before going on. */
export function Note({ tone, title, children }: Props) {
  return (
    <div className={classes['told']} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <p>
        <span aria-hidden="true">{marks[tone]} </span>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}
