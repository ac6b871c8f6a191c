import type { TableColumnType } from 'antd';
import type { PairListView } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { WideTable } from '../../lists/wide-table.tsx';
import { Note } from './note.tsx';
import classes from './launch.module.css';

type Preview = PairListView['preview'];
type Receiver = Preview['receivers'][number];

const columns: TableColumnType<Receiver>[] = [
  { title: '医院', dataIndex: 'name' },
  { title: '身份', dataIndex: 'as', width: 110 },
  { title: '结对数', dataIndex: 'pairs', width: 80, align: 'right' },
  {
    title: '收件联络员',
    dataIndex: 'liaisons',
    render: (names: string[]) => (names.length > 0 ? names.join('、') : '▲ 还没有联络员'),
  },
];

/** The dry run: who gets what, and when it falls due. Nothing has started. */
export function PreviewOf({ list, title }: { list: PairListView; title: string }) {
  const { preview } = list;
  const today = useToday();
  return (
    <div className={classes['preview']}>
      <h2>签发之后会发生什么</h2>
      <ol className={classes['sentences']}>
        <li>
          《{preview.notice}》取得文号，送{preview.receivers.length}家医院，名单作为附件。
        </li>
        <li>
          <b>{title}</b>：{preview.pairs}对结对同时立项（试点医院{preview.pilots}家，帮带医院
          {preview.assisted}家），两边医院都收到待办。
        </li>
        {preview.firstDue && (
          <li>
            第一项待办是{preview.firstDue.label}，期限为 <b>{dayText(preview.firstDue.due, today)}</b>。
            <small className={classes['note']}>{preview.firstDue.sentence}</small>
          </li>
        )}
        <li>签发后不能整批撤回，只能逐对终止。签发之前什么都不会开始。</li>
      </ol>
      {preview.warnings.length > 0 && (
        <Note tone="warn" title="可以报签，但请先看这几处">
          <ul className={classes['warnings']}>
            {preview.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Note>
      )}
      <h2>主要时点</h2>
      <dl className={classes['milestones']}>
        {preview.milestones.map((one) => (
          <div key={one.label}>
            <dt>{one.label}</dt>
            <dd>{dayText(one.on, today)}</dd>
          </div>
        ))}
      </dl>
      <h2>谁会收到</h2>
      <WideTable<Receiver>
        width={560}
        rowKey={(row) => `${row.orgId}${row.as}`}
        columns={columns}
        dataSource={preview.receivers}
        pagination={preview.receivers.length > 50 ? { pageSize: 50 } : false}
      />
    </div>
  );
}
