import type { Calendar } from '../calendar.ts';
import type { CaseState, RuleBook } from '../case.ts';
import type { Kind } from '../kind.ts';
import { officeHours, shippedLadders } from '../ladder-rows.ts';
import { shippedNumbering } from '../numbering.ts';
import { nothingAppended, withAppended, type Appendix } from '../rules/append.ts';
import { bookVersion } from '../rules/book-version.ts';
import type { RuleRows } from '../rules/tables.ts';
import { shippedExtensions, shippedGrounds, supervisionRoutes } from '../supervision/rules.ts';
import { supervisionDeadlines } from '../supervision/steps.ts';
import { shippedChain } from '../service/chain.ts';
import { served } from '../service/served.ts';
import { serviceDeadlines } from '../service/steps.ts';
import { supervised } from '../supervision/supervised.ts';
import { campaign } from './campaign/kind.ts';
import { deadlines as campaignDeadlines, routes as campaignRoutes } from './campaign/deadlines.ts';
import { commitment } from './commitment/kind.ts';
import { deadlines as commitmentDeadlines, routes as commitmentRoutes } from './commitment/deadlines.ts';
import { dispatch } from './dispatch/kind.ts';
import { deadlines as dispatchDeadlines, routes as dispatchRoutes } from './dispatch/deadlines.ts';
import { onSiteCheck } from './on-site-check/kind.ts';
import { deadlines as checkDeadlines } from './on-site-check/deadlines.ts';
import { pairing } from './pairing/kind.ts';
import { serving } from './serving/kind.ts';
import { deadlines as pairingDeadlines, routes as pairingRoutes } from './pairing/deadlines.ts';

/** The registry: one line per kind. */
const kinds: Record<string, Kind<CaseState>> = {
  campaign: supervised(served(campaign)) as unknown as Kind<CaseState>,
  pairing: supervised(served(pairing)) as unknown as Kind<CaseState>,
  commitment: supervised(served(commitment)) as unknown as Kind<CaseState>,
  'on-site-check': supervised(served(onSiteCheck)) as unknown as Kind<CaseState>,
  dispatch: supervised(served(dispatch)) as unknown as Kind<CaseState>,
  serving: supervised(served(serving)) as unknown as Kind<CaseState>,
};

/** Rows shipped in code; the bureau appends its own in the database. */
export const shippedDeadlines = [
  ...[...supervisionDeadlines, ...serviceDeadlines],
  ...[...campaignDeadlines, ...pairingDeadlines],
  ...[...commitmentDeadlines, ...checkDeadlines, ...dispatchDeadlines],
];
export const shippedRoutes = [
  ...[...supervisionRoutes, ...campaignRoutes, ...pairingRoutes],
  ...[...commitmentRoutes, ...dispatchRoutes],
];

export const shippedRules: RuleRows = {
  rung: [...shippedLadders],
  deadline: shippedDeadlines,
  extension: [...shippedExtensions],
  ground: [...shippedGrounds],
  route: shippedRoutes,
  'office-hours': [...officeHours],
  numbering: [...shippedNumbering],
  way: [...shippedChain],
};

export const kindCodes = Object.keys(kinds);
/** Kinds that other cases open by an effect. */
export const openedKinds = kindCodes.filter((code) => kinds[code]?.opening.bySystemToo);

export function kindOf(code: string): Kind<CaseState> {
  const kind = kinds[code];
  if (!kind) throw new Error(`no such kind of case: ${code}`);
  return kind;
}

/** The rows that a case of this kind needs, by this calendar and with what the bureau appended. */
export function bookFor(kind: string, calendar: Calendar, appended: Appendix = nothingAppended): RuleBook {
  const ofKind = ({ code }: { code: string }) =>
    !code.includes('.') || [kind, 'supervision', 'service'].some((own) => code.startsWith(`${own}.`));
  const rules = withAppended(shippedRules, appended);
  return {
    version: bookVersion(calendar.version, appended.revision),
    calendar,
    deadlines: rules.deadline.filter(ofKind),
    ladder: rules.rung,
    routes: rules.route.filter(ofKind),
    extensions: rules.extension,
    grounds: rules.ground,
    hours: rules['office-hours'],
    chain: rules.way,
  };
}
