import { expect, test } from '@jest/globals';
import { addDays, at } from '#domain/day';
import { shippedDeadlines } from '#domain/kinds/index';
import { defaultLadder } from '#domain/ladder';
import { seedCalendar } from '../calendar.ts';
import { daysFrom } from './days.ts';
import { Stage } from './play.ts';
import { demoCampaigns } from './story/campaigns.ts';
import { story } from './story/story.ts';

const book = { version: seedCalendar.version, calendar: seedCalendar, deadlines: shippedDeadlines, ladder: [...defaultLadder] };
const books = { campaign: book, pairing: book };
const id = (last: number) => `018f0000-0000-7000-8000-00000000000${last}`;

function playOn(now: string) {
  const days = daysFrom(now, seedCalendar);
  const stage = new Stage(books);
  const campaigns = demoCampaigns(days).map((one, turn) => ({ ...one, caseId: id(turn), listId: id(turn + 5) }));
  stage.play(campaigns, story(days));
  return stage.finish(now);
}
const states = (now: string) => [...new Map(playOn(now).map(({ commit }) => [commit.caseId, commit.state])).values()];

const anyDays = Array.from({ length: 24 }, (_, turn) => addDays('2026-07-06', turn * 33));
test.each(['2026-11-22', '2027-02-10', '2028-06-30', '2026-10-08', '2026-02-24', ...anyDays])('the story can be played on %s', (today) => {
  for (const time of ['00:05', '12:00', '23:50']) {
    const played = playOn(at(today, time));
    expect(played.length).toBeGreaterThan(400);
    expect(played.every(({ commit }) => commit.event.at <= at(today, time))).toBe(true);
  }
  const stages = states(at(today, '10:00')).map(({ stage }) => stage);
  for (const stage of ['confirming', 'forming', 'pledging', 'needs', 'planning', 'doing', 'closing', 'archiving', 'archived', 'signing', 'revising', 'running'])
    expect(stages).toContain(stage);
});
