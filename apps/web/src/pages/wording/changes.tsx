import type { WordingDraft, WordingLine } from '../../api/bureau-types.ts';
import { lineKindLabels } from '../../api/labels.ts';
import { changedWords, comparedLines } from './compared.ts';
import classes from './wording.module.css';

const words = ({ kind, text }: WordingLine): string => `${lineKindLabels[kind]}：${text}`;

/** Only the lines that differ, in the order of the paper, with what is gone and what is new in each. */
export function Changes({ draft: { lines, before } }: { draft: WordingDraft }) {
  if (!lines) return null;
  const pairs = changedWords(comparedLines(before.map(words), lines.map(words)));
  return (
    <section className="section" aria-labelledby="changes">
      <h2 id="changes">改动的文字</h2>
      {pairs.length === 0 ? (
        <p className="muted">文字没有改动。</p>
      ) : (
        <ul className={classes['changes']}>
          {pairs.map(({ line, head, gone, new: added, tail }) => (
            <li key={`${line}${head}${gone}`}>
              第{line}行 {head}
              {gone ? (
                <del>
                  <span className="for-readers">删去：</span>
                  {gone}
                </del>
              ) : null}
              {added ? (
                <ins>
                  <span className="for-readers">新增：</span>
                  {added}
                </ins>
              ) : null}
              {tail}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
