import { openParts, type CommitmentState } from '#domain/kinds/commitment/state';
import { stateOf } from '../case-row.ts';
import { orgNames } from '../names.ts';
import type { Offers } from '../offers.ts';

/** What a commitment adds to its forms: its helpers. */
export const commitmentOffers: Offers = {
  'waive-helper': async (em, { row }) => {
    const parts = openParts(stateOf<CommitmentState>(row));
    const nameOf = await orgNames(
      em,
      parts.map(({ orgId }) => orgId),
    );
    const part = parts.map(({ id, orgId }) => ({ value: id, label: nameOf(orgId) ?? '' }));
    return { options: { part }, initial: part.length === 1 ? { part: part[0]?.value } : {} };
  },
  'report-progress': (_em, { row }) =>
    Promise.resolve({ initial: { progress: stateOf<CommitmentState>(row).progress } }),
};
