import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { kindLabels } from '../../api/labels.ts';
import { useHoldsOneOf } from '../../api/session.ts';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { bureauRoles } from '../../routes/role-groups.ts';
import { HospitalFilter } from '../cases/hospital-filter.tsx';
import classes from './ledger.module.css';
import { changed, filterOf } from './ledger-query.ts';
import type { FilterName } from './ledger-query.ts';

const sources = [
  { value: 'none', label: '直接下达' },
  ...Object.entries(kindLabels).map(([value, label]) => ({ value, label })),
];

/** Filters live in the address: it can be sent to a colleague or kept as a bookmark. */
export function Filters() {
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const supervises = useHoldsOneOf(bureauRoles);
  const set = (name: FilterName) => (value: string | undefined) =>
    setParams((old) => changed(old, name, value), { replace: true });
  const day = (name: 'dueFrom' | 'dueTo', label: string) => (
    <DatePicker
      aria-label={label}
      placeholder={label}
      value={filter[name] ? dayjs(filter[name]) : null}
      onChange={(chosen) => set(name)(chosen ? chosen.format('YYYY-MM-DD') : undefined)}
    />
  );
  return (
    <div role="search" aria-label="筛选台账" className={classes['filters']}>
      <WordsFilter key={filter.q ?? ''} by="事项或编号" value={filter.q ?? ''} onChange={set('q')} />
      {supervises ? <HospitalFilter value={filter.ownerId} onChange={set('ownerId')} /> : null}
      <Select
        aria-label="来源"
        placeholder="全部来源"
        allowClear
        value={filter.source}
        options={sources}
        onChange={set('source')}
        popupMatchSelectWidth={false}
      />
      {day('dueFrom', '期限从')}
      {day('dueTo', '期限至')}
      {Object.keys(filter).length > 0 ? (
        <Button type="link" onClick={() => setParams(new URLSearchParams(), { replace: true })}>
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}
