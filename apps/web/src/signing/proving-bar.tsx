import classes from './signing.module.css';
import { isGoing, type UnderWay } from './under-way.ts';

const many = (count: number): string => count.toLocaleString('zh-CN');

type Props = Pick<UnderWay, 'at' | 'proven' | 'of' | 'label' | 'away'>;

function said({ at, proven, of, label, away }: Props): string {
  if (away) return '连接不上服务器，正在自动重试；已校验的都还在。';
  // Not known yet, or it issues nothing: a review, a return.
  if (of === 0) return at === 'signing' ? '正在办理……' : '正在准备……';
  if (at === 'signing') return `${many(of)}份已全部校验，正在${label}……`;
  return `正在排版校验第${many(Math.min(proven + 1, of))}份，共${many(of)}份……`;
}

/** How far the papers of one signature are. */
export function ProvingBar(props: Props) {
  if (!isGoing(props)) return null;
  const { at, proven, of } = props;
  return (
    <div className={classes['proving']}>
      <p role="status">{said(props)}</p>
      <progress
        aria-label="排版校验进度"
        {...(at === 'signing' ? {} : { value: proven })}
        max={Math.max(of, 1)}
      />
    </div>
  );
}
