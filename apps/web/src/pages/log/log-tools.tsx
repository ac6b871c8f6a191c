import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { logKindLabels } from '../../api/labels.ts';
import type { LogFilter } from './log-filter.ts';
import classes from './log.module.css';

interface Props {
  filter: LogFilter;
  /** The name of the person whose lines alone are shown. */
  person: string | undefined;
  onFilter: (filter: LogFilter) => void;
}

const kinds = Object.entries(logKindLabels).map(([value, label]) => ({
  value: value as LogFilter['kind'],
  label,
}));
const day = (text: string | undefined) => (text ? dayjs(text) : null);

export function LogTools({ filter, person, onFilter }: Props) {
  const { personId: _, ...anybody } = filter;
  return (
    <div className={classes['tools']} role="search" aria-label="筛选日志">
      <Select
        allowClear
        placeholder="全部事项"
        aria-label="事项"
        style={{ width: 150 }}
        options={kinds}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        aria-label="起止日期"
        placeholder={['起始日', '截止日']}
        value={[day(filter.from), day(filter.to)]}
        onChange={(_days, [from, to]) => onFilter({ ...filter, from, to })}
      />
      <Input.Search
        allowClear
        placeholder="内容、登录名、地址或编号"
        aria-label="查找日志"
        style={{ width: 280 }}
        defaultValue={filter.q}
        onSearch={(q) => onFilter({ ...filter, q: q.trim() })}
      />
      {filter.personId && (
        <Button onClick={() => onFilter(anybody)}>只看{person ?? '一人'}，点此看全部</Button>
      )}
    </div>
  );
}
