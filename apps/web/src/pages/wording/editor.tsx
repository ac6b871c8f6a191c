import { Segmented } from 'antd';
import { useState } from 'react';
import type { WordingDraft, WordingLine, WordingPaper } from '../../api/bureau-types.ts';
import { LeaveGuard } from '../../act/leave-guard.tsx';
import { draftKey } from '../../act/draft.ts';
import { useSession } from '../../api/session.ts';
import { readKept, writeKept } from '../../kept/kept.ts';
import { FieldList } from './field-list.tsx';
import { LineEditor } from './line-editor.tsx';
import { added, changed, insertedAt, moved, removed, type Caret } from './lines.ts';
import { PreviewPane } from './preview-pane.tsx';
import { SaveForm } from './save-form.tsx';
import { usePreview } from './queries.ts';
import classes from './wording.module.css';

interface Props {
  paper: WordingPaper;
  draft?: WordingDraft;
}

const sides = ['样张', '可写入的内容'];
const same = (one: readonly WordingLine[], other: readonly WordingLine[]) =>
  JSON.stringify(one) === JSON.stringify(other);

/** The text line by line at the left; at the right the example as it would look, or what can be written into it. */
export function Editor({ paper, draft }: Props) {
  const { personId } = useSession();
  const key = draftKey(personId, 'wording', paper.code, draft?.id ?? 'new');
  const begun = draft?.lines ?? paper.lines;
  const [lines, setLines] = useState(() => linesIn(readKept(key)) ?? begun);
  const [caret, setCaret] = useState<Caret>();
  const [side, setSide] = useState('样张');
  const [saved, setSaved] = useState(false);
  const preview = usePreview(paper.code, lines);
  const differs = !same(lines, begun);
  const put = (next: WordingLine[]) => {
    setLines(next);
    writeKept(key, same(next, begun) ? undefined : next);
  };
  const faultsOf = (index: number) =>
    (preview.data?.faults ?? []).filter(({ line }) => line === index + 1).map(({ says }) => says);
  return (
    <>
      <LeaveGuard when={differs && !saved} />
      <div className={classes['desk']}>
        <section aria-label="文书的文字" className={classes['lines']}>
          <p className="muted">
            【】里的是系统填写的内容，可以移动、删去，要增加的从“可写入的内容”里点选；其余文字直接修改。
          </p>
          <ol>
            {lines.map((line, index) => (
              <LineEditor
                key={index}
                line={line}
                number={index + 1}
                faults={faultsOf(index)}
                last={index === lines.length - 1}
                onChange={(next) => put(changed(lines, index, next))}
                onCaret={(at) => setCaret({ index, at })}
                onAdd={() => put(added(lines, index))}
                onMove={(by) => put(moved(lines, index, by))}
                onRemove={() => put(removed(lines, index))}
              />
            ))}
          </ol>
        </section>
        <aside aria-label="样张和可写入的内容" className={classes['side']}>
          <Segmented block options={sides} value={side} onChange={setSide} />
          {side === '样张' ? (
            <PreviewPane query={preview} name={paper.label} />
          ) : (
            <FieldList
              fields={paper.fields}
              at={caret?.index}
              onInsert={(words) => {
                const next = insertedAt(lines, caret ?? { index: lines.length - 1 }, words);
                put(next.lines);
                setCaret(next.caret);
              }}
            />
          )}
        </aside>
      </div>
      <SaveForm
        {...{ paper, lines }}
        {...(draft ? { draft } : {})}
        onReset={(next) => put(next)}
        onSaved={() => {
          setSaved(true);
          writeKept(key, undefined);
        }}
      />
    </>
  );
}

const linesIn = (stored: unknown): WordingLine[] | undefined =>
  Array.isArray(stored) && stored.length > 0 ? (stored as WordingLine[]) : undefined;
