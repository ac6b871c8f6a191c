import { useQuery } from '@tanstack/react-query';
import type { Org } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';

export interface OrgFilter {
  q?: string;
  kind?: Org['kind'];
  withDisabled?: boolean;
}

/** A tree needs all of them; a bureau has hundreds, and this many pages of 200 are far beyond that. */
const mostPages = 25;

async function all({ q, kind, withDisabled }: OrgFilter, signal: AbortSignal): Promise<Org[]> {
  const orgs: Org[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = {
      limit: 200,
      ...(q ? { q } : {}),
      ...(kind ? { kind } : {}),
      ...(withDisabled ? { withDisabled: 'true' as const } : {}),
      ...(after ? { after } : {}),
    };
    const found = await ask(api.GET('/api/orgs', { params: { query }, signal }));
    orgs.push(...found.items);
    if (!found.next) break;
    after = found.next;
  }
  return orgs;
}

export const useOrgs = (filter: OrgFilter) =>
  useQuery({ queryKey: ['orgs', 'all', filter], queryFn: ({ signal }) => all(filter, signal) });
