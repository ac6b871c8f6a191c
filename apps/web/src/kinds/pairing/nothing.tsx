import classes from './pairing.module.css';

/** What would be here and how it gets here. */
export function Nothing({ what, how }: { what: string; how: string }) {
  return (
    <p className={classes['nothing']}>
      还没有{what}。{how}
    </p>
  );
}
