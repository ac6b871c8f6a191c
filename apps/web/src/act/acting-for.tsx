import type { ActFormView } from '../api/types.ts';
import classes from './act.module.css';

/** On whose behalf: the act rests on the post of somebody who is away. */
export function ActingFor({ absent }: { absent: ActFormView['actingFor'] | undefined }) {
  if (!absent) return null;
  return (
    <p className={classes['acting']}>
      <b>{`代${absent.name}（${absent.roleLabel}）办理`}</b>
      <span className="muted">办理过程和文书同时印您和{absent.name}的姓名。</span>
    </p>
  );
}
