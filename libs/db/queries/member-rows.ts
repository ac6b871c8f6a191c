import type { EntityManager } from '@mikro-orm/postgresql';
import type { CampaignState } from '#domain/kinds/campaign/state';

export interface MemberRow<Value = string | number> {
  row: number;
  /** What the member's case is opened with. */
  fields: Record<string, Value>;
}

/** The rows of a campaign's confirmed list, each as the opening of one pair. */
export async function memberRows(em: EntityManager, campaignId: string): Promise<MemberRow<string>[]> {
  const [campaign] = await em.execute<{ state: CampaignState }[]>(
    'select state from case_file where id = ?',
    [campaignId],
  );
  if (!campaign) return [];
  const { listId, from, to, launchOn, areas } = campaign.state;
  const rows = await em.execute<{ row: number; pilot_id: string; assisted_id: string }[]>(
    'select row, pilot_id, assisted_id from pair_list_row where list_id = ? order by row',
    [listId],
  );
  return rows.map(({ row, pilot_id: pilotId, assisted_id: assistedId }) => ({
    row,
    fields: { pilotId, assistedId, from, to, launchOn, areas: areas.join(','), campaignId },
  }));
}
