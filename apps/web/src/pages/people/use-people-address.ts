import { useSearchParams } from 'react-router';
import type { Role } from '../../api/types.ts';
import { roleLabels } from '../../api/labels.ts';
import type { PeopleFilter } from './people-list.tsx';

const isRole = (value: string | null): value is Role => value !== null && value in roleLabels;

/** The list's filter and the person who is open, as the address has them. */
export function usePeopleAddress() {
  const [address, setAddress] = useSearchParams();
  const q = address.get('q');
  const orgId = address.get('org');
  const role = address.get('role');
  const filter: PeopleFilter = {
    ...(q ? { q } : {}),
    ...(orgId ? { orgId } : {}),
    ...(isRole(role) ? { role } : {}),
    withDisabled: address.get('disabled') === 'true',
  };
  const set = (changes: Record<string, string | null | undefined>, replace = true) =>
    setAddress(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace },
    );
  const toPerson = (id: string) => ({
    search: new URLSearchParams({ ...Object.fromEntries(address), open: id }).toString(),
  });
  return { filter, open: address.get('open'), set, toPerson, close: () => set({ open: null }) };
}

export type PeopleAddress = ReturnType<typeof usePeopleAddress>;
