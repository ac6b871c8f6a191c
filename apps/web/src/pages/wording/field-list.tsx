import { Input } from 'antd';
import { useState } from 'react';
import type { WordingPaper } from '../../api/bureau-types.ts';
import classes from './wording.module.css';

type Field = WordingPaper['fields'][number];

interface Props {
  fields: readonly Field[];
  /** The line into which it goes. */
  at: number | undefined;
  onInsert: (words: string) => void;
}

/** What the paper knows, each with its value in the example; a click writes it where somebody last typed. */
export function FieldList({ fields, at, onInsert }: Props) {
  const [wanted, setWanted] = useState('');
  const found = fields.filter(({ name, sample }) => `${name}${sample}`.includes(wanted.trim()));
  const groups = new Map<string, Field[]>();
  for (const field of found) {
    const group = field.list ?? '';
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  return (
    <div className={classes['fields']}>
      <p className="muted">
        {at === undefined ? '先在左侧点一下要写入的位置。' : `点一项，写入第${at + 1}行光标处。`}
      </p>
      <Input
        allowClear
        placeholder="查找，如：日期"
        aria-label="查找可写入的内容"
        onChange={(event) => setWanted(event.target.value)}
      />
      {found.length === 0 ? <p className="muted">没有找到。</p> : null}
      {[...groups].map(([list, own]) => (
        <section key={list} aria-label={list || '整份文书'}>
          {list ? <h3>{list}的每一项（写在“逐项”和“逐项到此”之间）</h3> : null}
          <ul>
            {own.map((field) => (
              <Line key={field.words} field={field} onInsert={onInsert} />
            ))}
          </ul>
        </section>
      ))}
      <section aria-label="其他">
        <h3>其他</h3>
        <ul>
          {others.map(([words, says]) => (
            <li key={words}>
              <button type="button" className="text-link" onClick={() => onInsert(words)}>
                {words.slice(1, -1)}
              </button>
              <span className="muted">{says}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const others: [string, string][] = [
  ['【序号】', '逐项中的第几项：1、2、3'],
  ['【中文序号】', '逐项中的第几项：一、二、三'],
  ['【换行】', '标题和表格里另起一行'],
  ['【小标题】【小标题完】', '段落开头的楷体小标题'],
  ['【黑体】【黑体完】', '黑体字'],
];

function Line({
  field: { words, name, sample, use, optional },
  onInsert,
}: {
  field: Field;
  onInsert: Props['onInsert'];
}) {
  const bare = words.slice(1, -1);
  const inserted =
    use === 'each'
      ? `【逐项：${bare}】【逐项到此】`
      : use === 'if'
        ? `【如有：${bare}】【如有到此】`
        : optional
          ? `【如有：${bare}】${words}【如有到此】`
          : words;
  return (
    <li>
      <button type="button" className="text-link" onClick={() => onInsert(inserted)}>
        {name}
      </button>
      <span className="muted">
        {use === 'each' ? '（多项）' : use === 'if' ? '（用作条件）' : optional ? '（有时没有）' : ''}
        {sample}
      </span>
    </li>
  );
}
