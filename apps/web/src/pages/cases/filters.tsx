import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { deskQuery } from '../../api/cases.ts';
import { useHoldsOneOf } from '../../api/session.ts';
import { kindLabels } from '../../api/labels.ts';
import { WordsFilter } from '../../lists/words-filter.tsx';
import { bureauRoles } from '../../routes/role-groups.ts';
import classes from './cases.module.css';
import { changed, filterOf, isFiltered } from './filter.ts';
import { HospitalFilter } from './hospital-filter.tsx';

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const statuses = options({ open: '在办', closed: '已办结', all: '全部' });
const standings = options({ overdue: '■ 逾期', soon: '▲ 临期' });
const orders = options({ changed: '最近办理在前', due: '最早到期在前' });

/** Filters live in the address: it can be sent to a colleague or kept as a bookmark. */
export function Filters() {
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const supervises = useHoldsOneOf(bureauRoles);
  const stages = useStages(filter.kind);
  const set = (name: Parameters<typeof changed>[1]) => (value: string | undefined) =>
    setParams(changed(params, name, value), { replace: true });
  return (
    <div role="search" aria-label="筛选案件" className={classes['filters']}>
      <WordsFilter key={filter.q ?? ''} by="名称或编号" value={filter.q ?? ''} onChange={set('q')} />
      <Select
        aria-label="办理状态"
        value={filter.status ?? 'open'}
        options={statuses}
        onChange={set('status')}
        className={classes['brief'] ?? ''}
      />
      <Select
        aria-label="类型"
        placeholder="全部类型"
        allowClear
        value={filter.kind}
        options={options(kindLabels)}
        onChange={set('kind')}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label="阶段"
        placeholder="全部阶段"
        allowClear
        value={filter.stage}
        options={stages}
        onChange={set('stage')}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label="期限状态"
        placeholder="全部期限"
        allowClear
        value={filter.late}
        options={standings}
        onChange={set('late')}
      />
      {supervises ? <HospitalFilter value={filter.orgId} onChange={set('orgId')} /> : null}
      <Select
        aria-label="排序"
        value={filter.sort ?? 'changed'}
        options={orders}
        onChange={set('sort')}
        popupMatchSelectWidth={false}
      />
      {filter.campaignId ? <span className="muted nowrap">只列同一批次或同一发文的事项</span> : null}
      {isFiltered(filter) ? (
        <Button type="link" onClick={() => setParams(new URLSearchParams(), { replace: true })}>
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}

/** Stages that open cases stand in, as the desk counts them. */
function useStages(kind: string | undefined) {
  const { data } = useQuery({ ...deskQuery, refetchInterval: false });
  const known = (data?.stages ?? []).filter((stage) => !kind || stage.kind === kind);
  return [...new Map(known.map(({ stage, label }) => [stage, { value: stage, label }])).values()];
}
