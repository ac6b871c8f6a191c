import { Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Org } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  kind?: Org['kind'];
  /** The organisation itself can't be its own parent or successor. */
  without?: string;
  placeholder?: string;
  label?: string;
  width?: number | string;
}

/** An organisation by its name, short name or former name. */
export function OrgSelect({
  id,
  value,
  onChange,
  kind,
  without,
  placeholder = '输入名称查找',
  label,
  width = '100%',
}: Props) {
  const [words, setWords] = useState('');
  const query = { limit: 50, ...(kind ? { kind } : {}), ...(words ? { q: words } : {}) };
  const found = useQuery({
    queryKey: ['orgs', 'select', query],
    queryFn: ({ signal }) => ask(api.GET('/api/orgs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['orgs', 'one', value],
    enabled: Boolean(value),
    queryFn: ({ signal }) =>
      ask(api.GET('/api/orgs/{id}', { params: { path: { id: value ?? '' } }, signal })),
  });
  const listed = (found.data?.items ?? []).filter((org) => org.id !== without);
  const missing = value && chosen.data && !listed.some((org) => org.id === value) ? [chosen.data] : [];
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      options={[...missing, ...listed].map((org) => ({ value: org.id, label: org.name }))}
      notFoundContent={found.isPending ? '正在查找…' : '没有这样的机构'}
      style={{ width }}
    />
  );
}
