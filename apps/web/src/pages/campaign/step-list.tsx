import { Checkbox, Input, Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PairListView } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { Failed } from '../../states/failed.tsx';
import { listExample } from './examples.ts';
import { ListRows } from './list-rows.tsx';
import { Note } from './note.tsx';
import type { CheckedList } from './use-checked-list.ts';
import type { KeptDraft } from './use-launch-draft.ts';
import { isEmptySource } from './use-launch-draft.ts';
import { UploadList } from './upload-list.tsx';
import classes from './launch.module.css';

interface Props {
  kept: KeptDraft;
  checked: CheckedList;
}

/** Milliseconds after the last key before the list is checked by itself. */
const pause = 700;

/** Hospitals for matching by hand. */
function useHospitals() {
  const { data } = useQuery({
    queryKey: ['orgs', 'hospitals'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/orgs', { params: { query: { kind: 'hospital', limit: 200 } }, signal })),
  });
  return (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** ② Paste the annex as it stands, or upload a sheet; each row shows at once what it was matched to. */
export function StepList({ kept, checked }: Props) {
  const { draft, change } = kept;
  const { source } = draft;
  const [way, setWay] = useState<'paste' | 'file'>('fileId' in source ? 'file' : 'paste');
  const { stale, check } = checked;
  useEffect(() => {
    if (!stale || isEmptySource(draft.source)) return;
    const timer = setTimeout(() => check(draft), pause);
    return () => clearTimeout(timer);
  }, [check, draft, stale]);
  return (
    <>
      <div className={classes['ways']}>
        <Segmented
          aria-label="名单的来源"
          value={way}
          onChange={setWay}
          options={[
            { value: 'paste', label: '粘贴名单' },
            { value: 'file', label: '上传表格' },
          ]}
        />
        <a href="/api/pair-lists/template.xlsx" download>
          下载表格模板
        </a>
      </div>
      {way === 'paste' ? (
        <label className={classes['pasting']}>
          把附件的表格从文件里原样粘贴到这里，带序号、有合并的单元格都可以
          <Input.TextArea
            className={classes['paste'] ?? ''}
            autoSize={{ minRows: 7, maxRows: 8 }}
            maxLength={500_000}
            placeholder={listExample}
            value={'pasted' in source ? source.pasted : ''}
            onChange={(event) => change({ source: { pasted: event.target.value }, matches: [] })}
          />
        </label>
      ) : (
        <UploadList
          source={source}
          onUploaded={(fileId, fileName) => change({ source: { fileId, fileName }, matches: [] })}
        />
      )}
      {checked.error && !checked.busy ? (
        <Failed error={checked.error} what="核对名单" narrow retry={() => check(draft)} />
      ) : null}
      {checked.list ? <Checked list={checked.list} checked={checked} /> : null}
      {!checked.list && !checked.error && !isEmptySource(source) ? <p role="status">正在核对…</p> : null}
    </>
  );
}

function Checked({ list, checked }: { list: PairListView; checked: CheckedList }) {
  const [onlyProblems, setOnlyProblems] = useState(false);
  const hospitals = useHospitals();
  const bad = list.rows.filter((row) => row.problems.length > 0).length;
  return (
    <section aria-label="核对结果">
      <div className={classes['summary']} role="status">
        <b>
          读到{list.rows.length}对，
          {bad === 0 ? (
            <span className={classes['good']}>✓ 全部可以立项</span>
          ) : (
            <span className={classes['bad']}>■ {bad}行有问题，改好后才能继续</span>
          )}
        </b>
        {checked.busy || checked.stale ? <span className="muted">正在核对…</span> : null}
        {bad > 0 ? (
          <Checkbox checked={onlyProblems} onChange={(event) => setOnlyProblems(event.target.checked)}>
            只看有问题的行
          </Checkbox>
        ) : null}
      </div>
      {list.faults.map((fault) => (
        <Note key={fault} tone="bad" title={fault} />
      ))}
      <Skipped lines={list.skipped} />
      <ListRows
        list={list}
        onlyProblems={onlyProblems && bad > 0}
        hospitals={hospitals}
        busy={checked.busy}
        onMatch={checked.match}
      />
    </section>
  );
}

/** Shown, so that nothing is lost in silence. */
function Skipped({ lines }: { lines: PairListView['skipped'] }) {
  if (lines.length === 0) return null;
  return (
    <details className={classes['skipped']}>
      <summary>另有{lines.length}行按标题、表头或说明略过，没有当作医院</summary>
      <ul>
        {lines.map(({ line, text }) => (
          <li key={line}>
            第{line}行：{text}
          </li>
        ))}
      </ul>
    </details>
  );
}
