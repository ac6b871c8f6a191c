import { v5 } from 'uuid';
import type { Clock } from '#config/clock';
import type { StartConfig } from '#config/config';
import { shanghaiDay, type Instant } from '#domain/day';
import { launch, type LaunchForm } from '#domain/kinds/campaign/forms';
import { writeAct } from '../../commands/commit-act.ts';
import { markEffectDone } from '../../commands/effects.ts';
import { keepSubmission } from '../../commands/keep-submission.ts';
import { holdForLaunch } from '../../commands/pair-lists-launch.ts';
import { keepPairList } from '../../commands/pair-lists.ts';
import type { EntityManager } from '../../orm.ts';
import { currentCalendar, ruleBookFor } from '../../queries/rule-book.ts';
import { keepDemoAbsence } from './absence.ts';
import { actorOf, orgId, shortName } from './actors.ts';
import { daysFrom } from './days.ts';
import type { DemoCampaign } from './line.ts';
import { Stage, type HeldCampaign, type Played } from './play.ts';
import { keepDemoFindings } from './findings.ts';
import { keepDemoRecords } from './records.ts';
import { keepDemoTexts } from './texts.ts';
import { demoCampaigns } from './story/campaigns.ts';
import { launches, story } from './story/story.ts';

/** Calendars that a runner holds reach back a month; the story reaches back some fourteen weeks. */
const earliestAgo = 80;

/**
 * The demo's campaigns and pairs, told from the clock's present, in one transaction: all or nothing. Returns false,
 * and does nothing, where a case stands already or the demo's people are not loaded. Runners are started by the
 * reconciliation that follows every start.
 */
export async function loadDemoCases(
  em: EntityManager,
  { environment, clock }: Pick<StartConfig, 'environment' | 'clock'>,
): Promise<boolean> {
  if (environment === 'production') throw new Error('生产环境不得载入演示数据。');
  return em.transactional(async (tx) => {
    await tx.execute("select pg_advisory_xact_lock(hashtextextended('demo-cases', 7))");
    if (!(await fits(tx))) return false;
    const now = clock.now();
    const days = daysFrom(now, await currentCalendar(tx));
    const first = days.ago(earliestAgo);
    const stage = new Stage({
      campaign: await ruleBookFor(tx, 'campaign', first),
      pairing: await ruleBookFor(tx, 'pairing', first),
      commitment: await ruleBookFor(tx, 'commitment', first),
      'on-site-check': await ruleBookFor(tx, 'on-site-check', first),
      dispatch: await ruleBookFor(tx, 'dispatch', first),
    });
    const campaigns: HeldCampaign[] = [];
    for (const campaign of demoCampaigns(days)) campaigns.push(await hold(tx, campaign));
    stage.play(campaigns, story(days), launches(days));
    await keepDemoTexts(tx, days);
    for (const played of stage.finish(now)) await write(tx, played);
    await keepDemoRecords(tx, days, campaigns);
    await keepDemoFindings(tx, days, stage.ordered());
    await keepDemoAbsence(tx, days);
    await markRead(tx, days.slot(3, 0, 0));
    return true;
  });
}

async function fits(tx: EntityManager): Promise<boolean> {
  const [row] = await tx.execute<{ fits: boolean }[]>(
    `select not exists (select 1 from case_file) and exists (select 1 from org where id = ? and demo)
            and not exists (select 1 from org where not demo) as fits`,
    [orgId('bureau')],
  );
  return row?.fits ?? false;
}

const standing = (at: Instant): Clock => ({ now: () => at, today: () => shanghaiDay(at) });

/** The dry run and the launch of its list, as the pages do them. */
async function hold(tx: EntityManager, campaign: DemoCampaign): Promise<HeldCampaign> {
  const clock = standing(campaign.at);
  const form = launch.parse(campaign.form) as LaunchForm;
  const rows = campaign.pairs.map(({ pilot, assisted }, at) => ({
    ...{ row: at + 1, pilotText: shortName(pilot), assistedText: shortName(assisted) },
  }));
  const given = { form, source: '粘贴的名单', rows, reading: { faults: [], skipped: [] } };
  const { id: listId } = await keepPairList(tx, clock, actorOf(campaign.by).personId, given);
  const caseId = v5('campaign', listId);
  await holdForLaunch(tx, clock, listId, caseId);
  return { ...campaign, caseId, listId };
}

async function write(tx: EntityManager, { commit, form, performed }: Played): Promise<void> {
  const { caseId, seq, event } = commit;
  const { actor, at } = event;
  if (form && actor !== 'system')
    await keepSubmission(tx, { ...event, caseId, form, personId: actor.personId, at });
  const outcome = await writeAct(tx, commit);
  if (outcome.status !== 'committed') {
    const reason = outcome.status === 'facts-changed' ? outcome.reason : outcome.status;
    throw new Error(`演示事项的“${event.action}”未能写入：${reason}`);
  }
  for (const index of performed) await markEffectDone(tx, { caseId, seq, index }, at);
}

/** What came more than three working days ago has been read by everybody to whom it was addressed. */
async function markRead(tx: EntityManager, before: Instant): Promise<void> {
  await tx.execute(
    `insert into message_read (message_id, person_id, at)
     select m.id, p.person_id, m.at from message m join post p on p.role = m.role
       join org o on o.id = p.org_id and (o.id = m.org_id or m.org_id is null and o.kind in ('bureau', 'section'))
      where m.at < ? on conflict do nothing`,
    [before],
  );
}
