import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './page.module.css';

interface Props {
  title: ReactNode;
  /** Where am I: the levels above this page. */
  trail?: { label: string; to?: string }[];
  /** State, number, parties: one line below the title. */
  facts?: ReactNode;
  actions?: ReactNode;
  /** Beside a list, whose page has its own. */
  beside?: boolean;
}

export function PageHead({ title, trail, facts, actions, beside }: Props) {
  const Title = beside ? 'h2' : 'h1';
  return (
    <header className={classes['head']}>
      {trail ? (
        <nav aria-label="所在位置" className={classes['trail']}>
          {trail.map(({ label, to }) => (
            <span key={label}>{to ? <Link to={to}>{label}</Link> : label}</span>
          ))}
        </nav>
      ) : null}
      <div className={classes['row']}>
        <Title>{title}</Title>
        {actions ? <div className={classes['actions']}>{actions}</div> : null}
      </div>
      {facts ? <div className={classes['facts']}>{facts}</div> : null}
    </header>
  );
}

/** The content of a page with its margins. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className={classes['body']}>{children}</div>;
}
