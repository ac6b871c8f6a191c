import classes from './lateness.module.css';

export type Standing = 'normal' | 'soon' | 'overdue' | 'suspended' | 'done';

export const latenessWords: Record<Standing, { mark: string; word: string }> = {
  normal: { mark: '●', word: '正常' },
  soon: { mark: '▲', word: '临期' },
  overdue: { mark: '■', word: '逾期' },
  suspended: { mark: '◌', word: '中止' },
  done: { mark: '✓', word: '办结' },
};

/** Colour, shape and word, so that it reads in black and white and to colour-blind eyes. */
export function Lateness({ value, brief }: { value: Standing; brief?: boolean }) {
  const { mark, word } = latenessWords[value];
  return (
    <span className={`${classes['lateness']} ${classes[value]}`}>
      <span aria-hidden="true" className={classes['mark']}>
        {mark}
      </span>
      <span className={brief ? 'for-readers' : undefined}>{word}</span>
    </span>
  );
}
