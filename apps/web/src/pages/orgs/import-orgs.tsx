import { Button, Input, Progress, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';
import { OrgSelect } from './org-select.tsx';
import { readTable } from './read-table.ts';
import type { OrgRow } from './read-table.ts';
import classes from './master-detail.module.css';

interface Props {
  parentId: string | undefined;
  onDone: () => Promise<void>;
  onClose: () => void;
}

const example = `机构名称\t简称\t等级\t类别\t所在区
首都医科大学宣武医院\t宣武医院\t三级甲等\t综合医院\t西城区`;

/** Hospitals from a table, line by line: what stands already or is wrong is said, the others are registered. */
export function ImportOrgs({ parentId, onDone, onClose }: Props) {
  const [text, setText] = useState('');
  const [chosen, setParent] = useState<string | null>();
  const parent = chosen === undefined ? (parentId ?? null) : chosen;
  const [results, setResults] = useState<Record<number, string>>({});
  const rows = readTable(text);
  const sound = rows.filter((row) => !row.fault && results[row.line] !== done);
  const run = useMutation({
    mutationFn: async () => {
      for (const row of sound) {
        const result = await registered(row, parent);
        setResults((old) => ({ ...old, [row.line]: result }));
      }
    },
    onSettled: onDone,
  });
  const finished = Object.values(results).filter((result) => result === done).length;
  return (
    <section aria-label="导入机构">
      <h2>导入医院</h2>
      <p>从表格里复制，带表头粘贴到这里；先看核对结果，再登记。已有的不会改动。</p>
      <Input.TextArea
        aria-label="机构表格"
        autoSize={{ minRows: 4, maxRows: 10 }}
        placeholder={example}
        value={text}
        disabled={run.isPending}
        onChange={(event) => {
          setText(event.target.value);
          setResults({});
        }}
      />
      <p>
        <label htmlFor="import-parent">上级机构</label>
        <OrgSelect id="import-parent" value={parent} onChange={setParent} />
      </p>
      {rows.length > 0 ? (
        <Table<OrgRow>
          size="small"
          rowKey="line"
          columns={columns(results)}
          dataSource={rows}
          pagination={false}
          scroll={{ y: 360 }}
        />
      ) : null}
      {run.isPending ? (
        <Progress
          aria-label="登记进度"
          percent={Math.round((Object.keys(results).length / rows.length) * 100)}
        />
      ) : null}
      <div className={classes['acts']}>
        <Button
          type="primary"
          disabled={sound.length === 0}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          登记 {sound.length} 家医院
        </Button>
        <Button onClick={onClose} disabled={run.isPending}>
          {finished > 0 ? '完成' : '先不导入'}
        </Button>
      </div>
    </section>
  );
}

const done = '✓ 已登记';

async function registered(
  { name, aliases, level, type, district }: OrgRow,
  parentId: string | null,
): Promise<string> {
  const body = { kind: 'hospital' as const, parentId, name, aliases, level, type, district };
  try {
    await ask(api.POST('/api/orgs', { body }));
    return done;
  } catch (error) {
    return `■ ${sentenceOf(error)}`;
  }
}

const columns = (results: Record<number, string>): TableColumnsType<OrgRow> => [
  { title: '行', dataIndex: 'line', width: 48 },
  {
    title: '名称',
    width: 180,
    render: (_, { name, aliases }) => (aliases.length > 0 ? `${name}（${aliases.join('、')}）` : name),
  },
  { title: '结果', render: (_, { line, fault }) => results[line] ?? (fault ? `■ ${fault}` : '可以登记') },
];
