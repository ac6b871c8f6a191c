import type { CampaignBody } from '#contracts/campaign';
import type { CampaignState } from '#domain/kinds/campaign/state';
import { areaLabel } from '#domain/kinds/pairing/areas';
import type { EntityManager } from '../../../orm.ts';
import { openMembers } from '../../open-members.ts';
import type { Reading } from '../bodies.ts';
import { stateOf } from '../case-row.ts';
import { told } from '../told.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export async function campaignBodyOf(em: EntityManager, { row }: Reading): Promise<CampaignBody> {
  const state = stateOf<CampaignState>(row);
  const form = (await told(em, [row.id], ['open'])).get(row.id)?.at(-1)?.form ?? {};
  return {
    memberKind: state.memberKind,
    title: row.title,
    basis: textOf(form.basis),
    purpose: textOf(form.purpose),
    contact: textOf(form.contact),
    ...{ launchOn: state.launchOn, from: state.from, to: state.to },
    areas: state.areas.map((code) => ({ code, label: areaLabel(code) })),
    ...{ listId: state.listId, rows: state.rows, opened: state.opened },
    openMembers: await openMembers(em, row.id),
  };
}
