import type { UseQueryResult } from '@tanstack/react-query';
import type { WordingPreview } from '../../api/bureau-types.ts';
import { PaperPages } from '../../paper/paper-pages.tsx';
import { Asked } from '../../states/asked.tsx';
import classes from './wording.module.css';

interface Props {
  query: UseQueryResult<WordingPreview>;
  name: string;
}

/** What of the whole is wrong, then the example page by page. Faults of a line stand beside it. */
export function PreviewPane({ query, name }: Props) {
  return (
    <Asked query={query} what="生成样张" rows={10}>
      {({ faults, dropped, pages }) => (
        <div aria-busy={query.isPlaceholderData}>
          {faults
            .filter(({ line }) => line === 0)
            .map(({ says }) => (
              <p key={says} className="wrong">
                ■ {says}
              </p>
            ))}
          <Dropped names={dropped} />
          {pages.length > 0 ? (
            <div className={classes['pages']} tabIndex={0} role="region" aria-label={`${name}样张`}>
              <PaperPages pages={pages} name={`${name}样张`} />
            </div>
          ) : (
            <p className="muted">改正左侧标出的问题之后，这里显示样张。</p>
          )}
        </div>
      )}
    </Asked>
  );
}

/** For the approver above all: a sentence that is gone is easily overlooked. */
export function Dropped({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return <p className="remind">▲ 自带措辞里有、这里没有写到的内容：{names.join('、')}。</p>;
}
