import type { PairPreview } from '#contracts/pair-list';
import type { Day } from '#domain/day';
import type { LaunchForm } from '#domain/kinds/campaign/forms';
import { mechanismOf } from '#domain/kinds/campaign/notices/pairing-notice';
import { sideLabels, type PairSide } from '#domain/kinds/campaign/pairs/pair';
import type { EntityManager } from '../../orm.ts';
import { bureauName } from '../papers/names.ts';
import { booksInForce } from '../rule-book.ts';
import type { ListRow } from './check-list.ts';
import { firstDueOf, milestonesOf } from './milestones.ts';
import { staffOf } from './staff.ts';
import { warningsOf } from './warnings.ts';

interface Part {
  orgId: string;
  name: string;
  sides: Set<PairSide>;
  pairs: number;
}

/** Who will get what and when it falls due. A list that was launched has its days in the cases themselves. */
export async function previewOf(
  em: EntityManager,
  today: Day,
  form: LaunchForm,
  rows: readonly ListRow[],
  launched: boolean,
): Promise<PairPreview> {
  const sound = rows.filter(({ pilot, assisted, problems }) => pilot && assisted && problems.length === 0);
  const parts = partsOf(sound);
  const staff = await staffOf(em, today, [...parts.keys()]);
  const receivers = [...parts.values()].map(({ orgId, name, sides, pairs }) => ({
    ...{ orgId, name, pairs },
    as: [...sides].map((side) => sideLabels[side]).join('、'),
    liaisons: staff.get(orgId)?.liaison.map((one) => one.name) ?? [],
  }));
  const count = (side: PairSide) => [...parts.values()].filter(({ sides }) => sides.has(side)).length;
  const counts = { pairs: sound.length, pilots: count('pilot'), assisted: count('assisted'), receivers };
  const notice = `${await bureauName(em)}关于建立${mechanismOf(form.title)}的通知`;
  if (launched) return { ...counts, notice, firstDue: null, warnings: [], milestones: [] };
  const book = (await booksInForce(em))('pairing');
  const milestones = milestonesOf(form, today, book);
  return {
    ...counts,
    notice,
    firstDue: firstDueOf(today, book),
    warnings: warningsOf(form, today, book.calendar, milestones, receivers, staff),
    milestones: milestones.map(({ label, on }) => ({ label, on })),
  };
}

/** Pilots first, then those that are only assisted, in the order of the list. */
function partsOf(rows: readonly ListRow[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const side of ['pilot', 'assisted'] as const) {
    for (const row of rows) {
      const hospital = row[side];
      if (!hospital) continue;
      const { orgId, name } = hospital;
      const part = parts.get(orgId) ?? { orgId, name, sides: new Set(), pairs: 0 };
      part.sides.add(side);
      part.pairs++;
      parts.set(orgId, part);
    }
  }
  return parts;
}
