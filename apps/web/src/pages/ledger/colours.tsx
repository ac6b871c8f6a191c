import { useSearchParams } from 'react-router';
import type { CommitmentPage } from '../../api/bureau-types.ts';
import { Lateness, latenessWords } from '../../lateness/lateness.tsx';
import type { Standing } from '../../lateness/lateness.tsx';
import classes from './ledger.module.css';
import { changed } from './ledger-query.ts';

const order: readonly Standing[] = ['overdue', 'soon', 'normal', 'suspended', 'done'];

/** How many of each colour; a press shows these only, another press all of them. */
export function Colours({
  counts,
  chosen,
}: {
  counts: CommitmentPage['counts'] | undefined;
  chosen: Standing | undefined;
}) {
  const [params, setParams] = useSearchParams();
  return (
    <div className={classes['colours']} role="group" aria-label="按颜色查看">
      {order.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-pressed={chosen === colour}
          aria-label={`${latenessWords[colour].word} ${counts?.[colour] ?? 0}件`}
          onClick={() =>
            setParams(changed(params, 'colour', chosen === colour ? undefined : colour), { replace: true })
          }
        >
          <strong>{counts?.[colour] ?? '…'}</strong>
          <Lateness value={colour} />
        </button>
      ))}
    </div>
  );
}
