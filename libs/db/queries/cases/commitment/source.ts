import type { z } from 'zod';
import type { sourceView } from '#contracts/commitment';
import { kindCodes, kindOf } from '#domain/kinds/index';
import { itemLabelOf } from '#domain/kinds/on-site-check/checklists';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import { areaLabel } from '#domain/kinds/pairing/areas';
import type { PairingState } from '#domain/kinds/pairing/state';
import { CaseFile } from '../../../entities/case-file.ts';
import type { CaseFileRow } from '../../../entities/case-file.ts';
import type { EntityManager } from '../../../orm.ts';
import { sees } from '../visible.ts';
import type { Sight } from '../visible.ts';

export const sourceLabel = (kind: string): string =>
  kindCodes.includes(kind) ? kindOf(kind).label : '直接下达';

interface Source {
  caseId: string;
  kind: string;
  item?: string;
}

/** How a piece of the source is called, by its kind. */
const items: Record<string, (row: CaseFileRow, item: string) => string> = {
  pairing: (row, item) => {
    if (item === 'midterm' || item === 'final') return item === 'midterm' ? '中期检查' : '终期检查';
    const found = (row.state as PairingState).problems.find(({ id }) => id === item);
    return found ? `问题${item}（${areaLabel(found.area)}）` : `问题${item}`;
  },
  'on-site-check': (row, item) => itemLabelOf((row.state as OnSiteCheckState).checklist, item),
};

/** How the case itself calls the piece that a commitment is about. */
export const pieceOf = (row: CaseFileRow, item: string | undefined): string | undefined =>
  item === undefined ? undefined : items[row.kind]?.(row, item);

/** The case that it came from; its title is for those only who may see it. */
export async function sourceOf(
  em: EntityManager,
  sight: Sight,
  source: Source | undefined,
): Promise<z.infer<typeof sourceView> | null> {
  if (!source) return null;
  const shown = await sees(em, sight, source.caseId);
  const row = await em.findOne(CaseFile, { id: source.caseId });
  const item = row ? pieceOf(row, source.item) : undefined;
  return {
    caseId: shown ? source.caseId : null,
    kind: source.kind,
    kindLabel: sourceLabel(source.kind),
    title: shown && row ? `${row.number} ${row.title}` : null,
    item: shown ? (item ?? null) : null,
    itemId: shown && item !== undefined ? (source.item ?? null) : null,
  };
}
