import type { Clock } from '#config/clock';
import { conflict } from '#contracts/problem';
import type { LaunchForm } from '#domain/kinds/campaign/forms';
import type { EntityManager } from '../orm.ts';
import { countProblems } from '../queries/pair-lists/check-list.ts';
import { formOf, linesOf } from '../queries/pair-lists/view.ts';
import { openList, recheck } from './pair-lists.ts';

export interface SoundList {
  form: LaunchForm;
  rows: number;
  /** The original, where the list came as one: the campaign keeps it among its files. */
  files: { id: string; sha256: string }[];
}

/**
 * Checks the list once more and holds it still for its campaign. It comes before the case, whose members are the
 * rows: repeated for the same campaign it checks again, since the case may not have come to stand.
 */
export async function holdForLaunch(
  em: EntityManager,
  clock: Clock,
  id: string,
  campaignId: string,
): Promise<SoundList> {
  return em.transactional(async (tx) => {
    const list = await openList(tx, id, campaignId);
    const lines = await linesOf(tx, id);
    const problems = countProblems(await recheck(tx, clock, list, lines), list.reading);
    if (problems > 0) throw conflict(`名单还有 ${problems} 处问题，请逐处改正后再发起。`, 'problems');
    if (lines.length === 0) throw conflict('名单是空的，不能发起。', 'problems');
    await tx.execute('update pair_list set campaign_id = ? where id = ?', [campaignId, id]);
    const files = await tx.execute<{ id: string; sha256: string }[]>(
      'select id, sha256 from file where id = ?',
      [list.fileId ?? null],
    );
    return { form: formOf(list), rows: lines.length, files };
  });
}

/** The case was refused, so the list can be changed again. */
export async function releaseList(em: EntityManager, id: string, campaignId: string): Promise<void> {
  await em.execute(
    `update pair_list set campaign_id = null
      where id = ? and campaign_id = ? and not exists (select 1 from case_file where case_file.id = ?)`,
    [id, campaignId, campaignId],
  );
}
