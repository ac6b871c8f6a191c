import type { CaseQuery } from '../../api/types.ts';

/** What the address says is shown; the open case beside the list is not part of it. */
export type Filter = Partial<Omit<CaseQuery, 'after' | 'limit'>>;

const names = ['q', 'kind', 'stage', 'status', 'late', 'orgId', 'campaignId', 'sort'] as const;

export function filterOf(params: URLSearchParams): Filter {
  const entries = names.flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries) as Filter;
}

/** The address with one thing changed; another kind has other stages. */
export function changed(
  params: URLSearchParams,
  name: (typeof names)[number] | 'open',
  value: string | undefined,
) {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  if (name === 'kind') next.delete('stage');
  return next;
}

export const isFiltered = (filter: Filter): boolean => Object.keys(filter).some((name) => name !== 'sort');
