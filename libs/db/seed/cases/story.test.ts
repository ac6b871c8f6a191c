import { expect, test } from '@jest/globals';
import { at } from '#domain/day';
import { bookFor } from '#domain/kinds/index';
import type { CommitmentState } from '#domain/kinds/commitment/state';
import type { PairingState } from '#domain/kinds/pairing/state';
import { seedCalendar } from '../calendar.ts';
import { daysFrom } from './days.ts';
import { Stage } from './play.ts';
import { demoCampaigns } from './story/campaigns.ts';
import { launches, story } from './story/story.ts';

const books = {
  campaign: bookFor('campaign', seedCalendar),
  pairing: bookFor('pairing', seedCalendar),
  commitment: bookFor('commitment', seedCalendar),
  'on-site-check': bookFor('on-site-check', seedCalendar),
  dispatch: bookFor('dispatch', seedCalendar),
};
const id = (last: number) => `018f0000-0000-7000-8000-00000000000${last}`;

function playOn(now: string) {
  const days = daysFrom(now, seedCalendar);
  const stage = new Stage(books);
  const campaigns = demoCampaigns(days).map((one, turn) => ({
    ...one,
    caseId: id(turn),
    listId: id(turn + 5),
  }));
  stage.play(campaigns, story(days), launches(days));
  return stage.finish(now);
}

const stages = [
  ...['confirming', 'forming', 'pledging', 'needs', 'planning', 'doing', 'closing', 'archiving', 'archived'],
  ...['signing', 'revising', 'running'],
];

/** Before the office opens after the National Day week, and in years whose calendar is not published. */
const moments = ['2026-10-08 08:59', '2027-02-10 12:00', '2028-06-30 17:00'];
test.each(moments)('told on %s, no act is refused and every stage is to be seen', (moment) => {
  const [day = '', time = ''] = moment.split(' ');
  const now = at(day, time);
  const played = playOn(now);
  expect(played.every(({ commit }) => commit.event.at <= now)).toBe(true);
  const last = new Map(played.map(({ commit }) => [commit.caseId, commit.state]));
  expect([...last.values()].map(({ stage }) => stage)).toEqual(expect.arrayContaining(stages));
  const pairs = [...last.values()].filter((state) => state.kind === 'pairing') as PairingState[];
  expect(pairs.map(({ missedInARow }) => missedInARow)).toContain(2);
  expect(pairs.flatMap(({ problems }) => problems.map(({ end }) => end ?? 'open')).sort()).toEqual([
    'open',
    'open',
    'open',
    'open',
    'struck',
  ]);
  const solving = [...last.values()].filter(
    (state) => state.kind === 'commitment' && (state as CommitmentState).source?.kind === 'pairing',
  );
  expect(solving.map(({ stage }) => stage).sort()).toEqual([
    'doing',
    'doing',
    'reviewing',
    'signing',
    'struck',
  ]);
});
