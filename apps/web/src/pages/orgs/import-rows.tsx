import { Checkbox } from 'antd';
import type { TableColumnType } from 'antd';
import { useState } from 'react';
import type { OrgImportView } from '../../api/bureau-types.ts';
import { WideTable } from '../../lists/wide-table.tsx';

type Row = OrgImportView['rows'][number];

const marks = { new: '＋', changed: '✎', unchanged: '＝', problem: '■' } as const;

const columns: TableColumnType<Row>[] = [
  { title: '行', dataIndex: 'row', width: 72, render: (row: number) => `第${row}行` },
  { title: '名称', dataIndex: 'name', width: 220, render: (name: string) => name || '（空）' },
  {
    title: '结果',
    width: 96,
    render: (_, { result, resultLabel }) => `${marks[result]} ${resultLabel}`,
  },
  {
    title: '将要办理的，或者要改正的',
    render: (_, { says, problems }) => (
      <>
        {problems.map(({ cell, column, sentence }) => (
          <div key={`${cell} ${sentence}`}>
            <b>
              {cell} {column}
            </b>
            ：{sentence}
          </div>
        ))}
        {says.map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </>
    ),
  },
];

/** Every row with what will come of it; those with problems can be looked at alone. */
export function ImportRows({ view }: { view: OrgImportView }) {
  const [onlyWrong, setOnlyWrong] = useState(view.problems > 0);
  const wrong = view.rows.filter(({ result }) => result === 'problem');
  const shown = onlyWrong && wrong.length > 0 ? wrong : view.rows;
  return (
    <section aria-label="核对结果">
      <p role="status">
        {view.source}共{view.rows.length}行：新建{view.created}家，修改{view.changed}家，不改动
        {view.unchanged}
        家；新建人员和账号{view.people}个。
        {view.problems > 0 ? <b>{`■ 有${view.problems}处问题，改正之前一家也不导入。`}</b> : null}
      </p>
      {wrong.length > 0 ? (
        <Checkbox checked={onlyWrong} onChange={({ target }) => setOnlyWrong(target.checked)}>
          只看有问题的{wrong.length}行
        </Checkbox>
      ) : null}
      <WideTable<Row>
        width={640}
        rowKey="row"
        columns={columns}
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  );
}
