import type { PairingBody } from '#contracts/pairing';
import { midterm } from '#domain/kinds/pairing/expected';
import { areaLabel } from '#domain/kinds/pairing/areas';
import { endReasons, orgOf } from '#domain/kinds/pairing/state';
import type { PairingState } from '#domain/kinds/pairing/state';
import type { EntityManager } from '../../../orm.ts';
import type { Reading } from '../bodies.ts';
import { stateOf } from '../case-row.ts';
import { openedBy } from '../commitment/opened.ts';
import { orgNames } from '../names.ts';
import { told } from '../told.ts';
import { closingTexts, groups, needs } from './body-hospitals.ts';
import { plan, problems } from './body-doing.ts';
import { checks, inspections } from './body-inspections.ts';

/** Acts whose forms the page of a pair reads. */
const actions = [
  ...['file-group', 'file-needs', 'submit-plan', 'report-item', 'raise-problem'],
  ...['hand-in-summary', 'hand-in-statement', 'hand-in-handover'],
];

export async function pairingBodyOf(em: EntityManager, reading: Reading): Promise<PairingBody> {
  const { row, sight, today, calendar } = reading;
  const state = stateOf<PairingState>(row);
  const acts = (await told(em, [row.id], actions)).get(row.id) ?? [];
  const orgName = await orgNames(em, [
    ...[state.pilotId, state.assistedId],
    ...state.problems.map(({ solver }) => solver),
  ]);
  const party = (side: 'pilot' | 'assisted') => ({
    orgId: orgOf(state, side),
    name: orgName(orgOf(state, side)) ?? '',
  });
  return {
    ...{ from: state.from, to: state.to, launchOn: state.launchOn, midterm: midterm(state) },
    areas: state.areas.map((code) => ({ code, label: areaLabel(code) })),
    pilot: party('pilot'),
    assisted: party('assisted'),
    confirmed: { pilot: Boolean(state.confirmedBy.pilot), assisted: Boolean(state.confirmedBy.assisted) },
    groups: groups(state, acts),
    needs: needs(acts),
    plan: plan(state, acts, today, calendar),
    problems: problems(state, acts, orgName, await openedBy(em, reading)),
    weeksOwed: state.weeks,
    missedInARow: state.missedInARow,
    inspections: await inspections(em, sight, state),
    checks: await checks(em, sight, state, orgName),
    closing: closingTexts(state, acts),
    endLabel: state.end ? endReasons[state.end] : null,
  };
}
