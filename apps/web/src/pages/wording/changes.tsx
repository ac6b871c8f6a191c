import type { WordingDraft, WordingLine } from '../../api/bureau-types.ts';
import { lineKindLabels } from '../../api/labels.ts';
import { comparedLines } from './compared.ts';
import classes from './wording.module.css';

const words = ({ kind, text }: WordingLine): string => `${lineKindLabels[kind]}：${text}`;
const marks = { gone: '－', new: '＋' } as const;

/** Only the lines that differ, in the order of the paper. */
export function Changes({ draft: { lines, before } }: { draft: WordingDraft }) {
  if (!lines) return null;
  const differing = comparedLines(before.map(words), lines.map(words));
  return (
    <section className="section" aria-labelledby="changes">
      <h2 id="changes">改动的文字</h2>
      {differing.length === 0 ? (
        <p className="muted">文字没有改动。</p>
      ) : (
        <ul className={classes['changes']}>
          {differing.map(({ sort, line, text }) => (
            <li key={`${sort}${line}`} className={classes[sort]}>
              <span className="for-readers">{sort === 'gone' ? '删去' : '新增'}</span>
              <span aria-hidden="true">{marks[sort]}</span> 第{line}行 {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
