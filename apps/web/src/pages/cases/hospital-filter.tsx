import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';

interface Props {
  value: string | undefined;
  onChange: (orgId: string | undefined) => void;
}

/** A hospital found by its name. */
export function HospitalFilter({ value, onChange }: Props) {
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['orgs', 'hospitals', words],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/orgs', {
          params: { query: { kind: 'hospital', limit: 50, ...(words ? { q: words } : {}) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const chosen = useQuery({
    queryKey: ['org', value],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/orgs/{id}', { params: { path: { id: value ?? '' } }, signal })),
    enabled: value !== undefined,
  });
  const listed = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const missing = value && chosen.data && !listed.some((one) => one.value === value);
  return (
    <Select
      aria-label="医院"
      placeholder="全部医院"
      allowClear
      value={value}
      options={missing ? [{ value, label: chosen.data.name }, ...listed] : listed}
      showSearch={{ filterOption: false, onSearch: setWords }}
      onChange={onChange}
      notFoundContent={found.isFetching ? '正在查找' : '没有找到这家医院'}
      popupMatchSelectWidth={false}
    />
  );
}
