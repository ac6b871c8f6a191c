import { z } from 'zod';
import type { PairingBody } from '#contracts/pairing';
import { areaLabel } from '#domain/kinds/pairing/areas';
import { fileGroup, fileNeeds } from '#domain/kinds/pairing/forms';
import { orgOf } from '#domain/kinds/pairing/state';
import type { PairingState, Side } from '#domain/kinds/pairing/state';
import type { Told } from '../told.ts';

const last = (acts: readonly Told[], fits: (act: Told) => boolean): Told | undefined =>
  acts.filter(fits).at(-1);
const both: readonly Side[] = ['pilot', 'assisted'];

/** The two lists of contacts, as each hospital filed its own. */
export function groups(state: PairingState, acts: readonly Told[]): PairingBody['groups'] {
  return both.flatMap((side) => {
    const act = last(acts, ({ action, orgId }) => action === 'file-group' && orgId === orgOf(state, side));
    const form = fileGroup.safeParse(act?.form).data;
    if (!form) return [];
    const contacts = form.contacts.map(({ area, ...contact }) => ({ area: areaLabel(area), ...contact }));
    return [{ side, lead: form.lead, contacts }];
  });
}

export function needs(acts: readonly Told[]): PairingBody['needs'] {
  const form = fileNeeds.safeParse(last(acts, ({ action }) => action === 'file-needs')?.form).data;
  return form ? { needs: form.needs, problems: form.problems, baseline: form.baseline } : null;
}

const handed = z.object({ text: z.string() });

export function closingTexts(state: PairingState, acts: readonly Told[]): PairingBody['closing'] {
  const textOf = (what: 'summary' | 'statement' | 'handover') =>
    state.handedIn[what]
      ? (handed.safeParse(last(acts, ({ action }) => action === `hand-in-${what}`)?.form).data?.text ?? null)
      : null;
  return { summary: textOf('summary'), statement: textOf('statement'), handover: textOf('handover') };
}
