import type { Clock } from '#config/clock';
import type { RehearsalBody } from '#contracts/rehearsal';
import { conflict, notFound } from '#contracts/problem';
import type { Day } from '#domain/day';
import type { CampaignState } from '#domain/kinds/campaign/state';
import type { Member } from '#domain/rehearsal/member';
import { CaseFile } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import { memberRows } from '../member-rows.ts';
import { checkList, countProblems } from '../pair-lists/check-list.ts';
import { formOf, linesOf, pairListOf } from '../pair-lists/view.ts';

/** What would be opened by the leader's signature. */
export interface Subject {
  title: string;
  kind: string;
  to: Day;
  members: Member[];
}

/** Of a launched list its campaign, of one that is not launched the list as it is checked now. */
export async function subjectOf(
  em: EntityManager,
  clock: Clock,
  { listId, campaignId }: Pick<RehearsalBody, 'listId' | 'campaignId'>,
): Promise<Subject> {
  if (campaignId) return campaignSubject(em, campaignId);
  const list = await pairListOf(em, listId ?? '');
  const launched = list.campaignId ? await em.findOne(CaseFile, { id: list.campaignId }) : null;
  if (launched) return campaignSubject(em, launched.id);
  const form = formOf(list);
  const rows = await checkList(em, clock.today(), form, await linesOf(em, list.id));
  const problems = countProblems(rows, list.reading);
  if (problems > 0) throw conflict(`名单还有${problems}处问题，请逐处改正后再预演。`, 'problems');
  if (rows.length === 0) throw conflict('名单是空的，没有可以预演的结对。', 'problems');
  const { title, from, to, launchOn, areas } = form;
  const term = { from, to, launchOn, areas: areas.join(',') };
  const members = rows.flatMap(({ row, pilot, assisted }) =>
    pilot && assisted
      ? [{ id: String(row), fields: { pilotId: pilot.orgId, assistedId: assisted.orgId, ...term } }]
      : [],
  );
  return { title, kind: 'pairing', to, members };
}

async function campaignSubject(em: EntityManager, id: string): Promise<Subject> {
  const campaign = await em.findOne(CaseFile, { id, kind: 'campaign' }, { refresh: true });
  if (!campaign) throw notFound('没有找到这个批次。');
  if (campaign.stage !== 'signing' && campaign.stage !== 'revising')
    throw conflict('批次已经签发或者撤回，不再预演；已立项的结对请看结对一览。', 'launched');
  const { memberKind: kind, to } = campaign.state as CampaignState;
  const rows = await memberRows(em, id);
  const members = rows.map(({ row, fields }) => ({ id: String(row), fields }));
  return { title: campaign.title, kind, to, members };
}
