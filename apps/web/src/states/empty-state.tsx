import type { ReactNode } from 'react';
import classes from './state.module.css';

interface Props {
  /** What would be here: 没有待办事项. */
  title: string;
  /** How it gets here. */
  text?: ReactNode;
  /** The button that brings the first one. */
  action?: ReactNode;
  narrow?: boolean;
  /** It is all that the page has. */
  whole?: boolean;
}

export function EmptyState({ title, text, action, narrow, whole }: Props) {
  return (
    <div className={`${classes['state']} ${narrow ? classes['narrow'] : ''}`}>
      {narrow ? <p>{title}</p> : whole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {text ? <p>{text}</p> : null}
      {action ? <div className={classes['actions']}>{action}</div> : null}
    </div>
  );
}
