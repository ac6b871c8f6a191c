import classes from './rehearsal.module.css';

/** A number with its length beside it; the number says it all. */
export function Bar({ value, most }: { value: number; most: number }) {
  return (
    <span className={classes['bar']}>
      <span>{value.toLocaleString('zh-CN')}</span>
      <span aria-hidden="true">
        <i style={{ width: `${Math.round((value / Math.max(1, most)) * 100)}%` }} />
      </span>
    </span>
  );
}
