import { Button, Select, Space, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { PairListView } from '../../api/bureau-types.ts';
import { useMedia } from '../../lists/use-media.ts';
import { Refer } from './refer.tsx';
import type { Match } from './use-launch-draft.ts';
import classes from './launch.module.css';

type Row = PairListView['rows'][number];
type Problem = Row['problems'][number];

interface Doing {
  list: PairListView;
  hospitals: { value: string; label: string }[];
  busy: boolean;
  onMatch: (match: Match) => void;
}

interface Props extends Doing {
  onlyProblems: boolean;
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

function Remedies({ row, problem, list, hospitals, busy, onMatch }: Doing & { row: Row; problem: Problem }) {
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
        aria-label={`第${row.line}行，从名册中选医院`}
        className={classes['choose']}
        disabled={busy}
        options={hospitals}
        value={null}
        onChange={choose}
      />
      {problem.code === 'unknown-hospital' && <Refer list={list} place={{ row: row.row, side }} />}
    </Space>
  );
}

function Result({ row, ...rest }: Doing & { row: Row }) {
  if (row.problems.length === 0) return <span className={classes['good']}>✓ 可以立项</span>;
  return row.problems.map((problem) => (
    <div key={`${problem.code}${problem.side}`}>
      <span className={classes['bad']}>■ {problem.sentence}</span>
      <Remedies row={row} problem={problem} {...rest} />
    </div>
  ));
}

const wide = (doing: Doing): TableColumnsType<Row> => [
  { title: '行', dataIndex: 'line', width: 52, align: 'right' },
  { title: '试点医院', width: 240, render: (_, row) => <Cell text={row.pilotText} match={row.pilot} /> },
  {
    title: '帮带医院',
    width: 240,
    render: (_, row) => <Cell text={row.assistedText} match={row.assisted} />,
  },
  { title: '核对结果', render: (_, row) => <Result row={row} {...doing} /> },
];

const narrow = (doing: Doing): TableColumnsType<Row> => [
  {
    title: '试点医院、帮带医院和核对结果',
    render: (_, row) => (
      <>
        <b>第{row.line}行</b>
        <div className={classes['pair']}>
          <span className="muted">试点医院</span>
          <div>
            <Cell text={row.pilotText} match={row.pilot} />
          </div>
          <span className="muted">帮带医院</span>
          <div>
            <Cell text={row.assistedText} match={row.assisted} />
          </div>
        </div>
        <Result row={row} {...doing} />
      </>
    ),
  },
];

/** Each row with its match or its error; what is to be put right stands first. */
export function ListRows({ onlyProblems, ...doing }: Props) {
  const small = useMedia('(max-width: 767px)');
  const { rows: all } = doing.list;
  const bad = all.filter((row) => row.problems.length > 0);
  const good = onlyProblems ? [] : all.filter((row) => row.problems.length === 0);
  const rows = [...bad, ...good];
  return (
    <Table<Row>
      size="small"
      rowKey="row"
      columns={small ? narrow(doing) : wide(doing)}
      dataSource={rows}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={small ? {} : { x: 860 }}
    />
  );
}
