import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ask, problemFrom } from '../../api/client.ts';
import { liveWhileShort } from '../../api/query-client.ts';
import type { Filter } from './filter.ts';

export const registerQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/cases', {
          params: { query: { ...filter, limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    ...liveWhileShort,
  });

/** Fetched and not linked, so that a refusal is a sentence and not a broken file. */
export async function exportRegister(filter: Filter): Promise<void> {
  const query = new URLSearchParams(filter as Record<string, string>).toString();
  const response = await fetch(`/api/cases.xlsx?${query}`);
  if (!response.ok) throw problemFrom(await response.json().catch(() => undefined), response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameFrom(response.headers.get('content-disposition')) ?? '登记簿.xlsx';
  link.click();
  URL.revokeObjectURL(address);
}

function nameFrom(disposition: string | null): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  return encoded ? decodeURIComponent(encoded) : undefined;
}
