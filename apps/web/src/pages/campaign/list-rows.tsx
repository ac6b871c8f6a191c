import { Button, Select, Space, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { PairListView } from '../../api/bureau-types.ts';
import type { Match } from './use-launch-draft.ts';
import classes from './launch.module.css';

type Row = PairListView['rows'][number];
type Problem = Row['problems'][number];

interface Props {
  list: PairListView;
  onlyProblems: boolean;
  hospitals: { value: string; label: string }[];
  busy: boolean;
  onMatch: (match: Match) => void;
  onRefer: (row: Row, problem: Problem) => void;
}

/** As it was written, and what it was matched to where that differs. */
function Cell({ text, match }: { text: string; match: Row['pilot'] }) {
  return (
    <>
      {text || '（空）'}
      {match && match.name !== text && <small className={classes['note']}>名册：{match.name}</small>}
    </>
  );
}

const nameTroubles = new Set(['unknown-hospital', 'ambiguous-name', 'not-a-hospital', 'disabled-hospital']);

function Remedies({ row, problem, hospitals, busy, onMatch, onRefer }: Omit<Props, 'list' | 'onlyProblems'> & { row: Row; problem: Problem }) {
  const { side } = problem;
  if (side === 'row' || side === undefined || !nameTroubles.has(problem.code)) return null;
  const choose = (orgId: string) => onMatch({ row: row.row, side, orgId });
  return (
    <Space size={[8, 4]} wrap className={classes['remedies']}>
      {problem.suggestions.map((one) => (
        <Button key={one.orgId} size="small" disabled={busy} onClick={() => choose(one.orgId)}>
          就是{one.name}
        </Button>
      ))}
      <Select
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="从名册中选"
        aria-label={`第${row.row}行，从名册中选医院`}
        className={classes['choose']}
        disabled={busy}
        options={hospitals}
        value={null}
        onChange={choose}
      />
      {problem.code === 'unknown-hospital' && (
        <Button size="small" type="link" onClick={() => onRefer(row, problem)}>
          送系统管理员处理
        </Button>
      )}
    </Space>
  );
}

/** Each row with its match or its error. */
export function ListRows({ list, onlyProblems, ...rest }: Props) {
  const columns: TableColumnsType<Row> = [
    { title: '行', dataIndex: 'row', width: 56, align: 'right' },
    { title: '试点医院', width: 220, render: (_, row) => <Cell text={row.pilotText} match={row.pilot} /> },
    { title: '帮带医院', width: 220, render: (_, row) => <Cell text={row.assistedText} match={row.assisted} /> },
    {
      title: '核对结果',
      render: (_, row) =>
        row.problems.length === 0 ? (
          <span className={classes['good']}>✓ 可以立项</span>
        ) : (
          row.problems.map((problem) => (
            <div key={`${problem.code}${problem.side}`}>
              <span className={classes['bad']}>■ {problem.sentence}</span>
              <Remedies row={row} problem={problem} {...rest} />
            </div>
          ))
        ),
    },
  ];
  const rows = onlyProblems ? list.rows.filter((row) => row.problems.length > 0) : list.rows;
  return (
    <Table<Row>
      size="small"
      rowKey={(row) => `${row.row}${row.pilotText}${row.assistedText}`}
      columns={columns}
      dataSource={rows}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={{ x: 860 }}
      
    />
  );
}
