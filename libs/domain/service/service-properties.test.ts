import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../day.ts';
import { isRefusal } from '../permission.ts';
import { must } from '../procedure.sample.ts';
import {
  brought,
  issuedPaper,
  one,
  outsider,
  people,
  play,
  ready,
  say,
  servers,
  two,
  type Act,
  type Person,
} from './service.sample.ts';
import { startService } from './state.ts';
import { results } from './ways.ts';

const all: Person[] = [...(Object.keys(people) as Person[]), 'system'];
const recipients = [one, two, outsider];
const bureau: Person[] = ['inspector', 'colleague', 'head'];
const own: Record<string, Person[]> = { [one]: ['liaison', 'principal'], [two]: ['other', 'otherHead'] };

interface Step {
  after: number;
  who: Person;
  recipient: string;
  result: string;
  answer: string;
  what: string;
  back: number;
}
const step = fc.record<Step>({
  after: fc.integer({ min: 0, max: 12 }),
  who: fc.constantFrom(...all),
  recipient: fc.constantFrom(...recipients),
  result: fc.constantFrom(...Object.keys(results)),
  answer: fc.constantFrom('confirm', 'refuse'),
  what: fc.constantFrom('sign', 'record', 'record', 'clock', 'consent', 'revoke', 'ready', 'second'),
  back: fc.integer({ min: -1, max: 4 }),
});

function actOf({ who, recipient, result, answer, what, back }: Step, day: string): Act {
  const piece = `1.${recipient}`;
  switch (what) {
    case 'sign':
      return [day, who, 'sign-for-paper', { piece, answer }];
    case 'record':
      return [day, who, 'record-service', { piece, result, on: addDays(day, -back), servers }];
    case 'clock':
      return [day, 'system', 'clock'];
    case 'consent':
      return [day, who, 'consent-electronic', { papers: ['interview-notice'] }];
    case 'revoke':
      return [day, who, 'revoke-consent'];
    default:
      return [day, 'system', 'paper-ready', { service: what === 'ready' ? 1 : 2 }];
  }
}

test('nobody but the named offices proves service, no day before sending, on one recipient at a time, once', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 40 }), (steps) => {
      let state = startService(issuedPaper(), { code: 'interview-notice', to: recipients }).state;
      let day = '2026-03-02';
      for (const each of steps) {
        day = addDays(day, each.after);
        const act = actOf(each, day);
        const made = say(state, act);
        if (isRefusal(made)) continue;
        for (const [number, paper] of Object.entries(made.state.services ?? {})) {
          const before = state.services?.[number];
          for (const [recipient, now] of Object.entries(paper.to)) {
            const was = before?.to[recipient];
            const at = `${number}.${recipient} by ${act[2]}`;
            if (was?.proven) {
              must(JSON.stringify(was) === JSON.stringify(now), `${at}: what is proven stays`);
              continue;
            }
            const touched = JSON.stringify(was) !== JSON.stringify(now);
            const whole = ['clock', 'paper-ready'].includes(act[2]);
            must(
              !touched || whole || (number === '1' && recipient === each.recipient),
              `${at} touches another`,
            );
            if (!now.proven) continue;
            must(paper.sentOn !== undefined && now.proven.on >= paper.sentOn, `${at} before it was sent`);
            must(now.proven.on <= day, `${at} on a day to come`);
            const failed = now.tried.map(({ what }) => what);
            if (act[2] === 'clock')
              must(
                now.proven.way === 'public' && failed.indexOf('post-returned') < failed.indexOf('published'),
                `${at}: the clock proves only what was published after the post came back`,
              );
            else if (act[2] === 'paper-ready') {
              const consent = state.consents?.[recipient];
              must(consent !== undefined && consent.revokedOn === undefined, `${at} without a consent`);
            } else
              must(
                (act[2] === 'record-service' ? bureau : (own[recipient] ?? [])).includes(act[1]),
                `${at} by ${act[1]}`,
              );
          }
        }
        ({ state } = made);
      }
    }),
    { numRuns: 300 },
  );
});

test('an arrival is service on that day for whoever has consented, and for nobody who revoked it', () => {
  const consent: Act = ['2026-03-02', 'principal', 'consent-electronic', { papers: ['interview-notice'] }];
  const arrived = play([consent, ready], issuedPaper()).state.services?.['1']?.to;
  expect(arrived?.[one]?.proven).toEqual({ way: 'electronic', on: '2026-03-02' });
  expect(arrived?.[two]?.proven).toBeUndefined();
  const revoke: Act = ['2026-03-02', 'principal', 'revoke-consent'];
  const revoked = play([consent, revoke, ready], issuedPaper());
  expect(revoked.state.services?.['1']?.to[one]?.proven).toBeUndefined();
  const other: Act = ['2026-03-02', 'principal', 'consent-electronic', { papers: ['hearing-notice'] }];
  expect(play([other, ready], issuedPaper()).state.services?.['1']?.to[one]?.proven).toBeUndefined();
});

test('only the head of a party consents', () => {
  const state = issuedPaper();
  for (const who of all.filter((person) => person !== 'principal' && person !== 'otherHead'))
    expect(say(state, ['2026-03-02', who, 'consent-electronic', { papers: ['x'] }])).toMatchObject({
      refused: 'office',
    });
});

test('a public notice never runs, nor serves, before the post came back', () => {
  const attempt = fc.record({
    after: fc.integer({ min: 0, max: 40 }),
    result: fc.constantFrom('absent', 'posted', 'post-returned', 'published', 'refused', 'clock'),
  });
  let served = 0;
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 2, maxLength: 12 }), (attempts) => {
      let { state } = play([ready], issuedPaper());
      let day = '2026-03-02';
      for (const { after, result } of attempts) {
        day = addDays(day, after);
        const made = say(state, result === 'clock' ? [day, 'system', 'clock'] : brought(day, result));
        if (isRefusal(made)) continue;
        ({ state } = made);
        const whats = state.services?.['1']?.to[one]?.tried.map(({ what }) => what) ?? [];
        const proven = state.services?.['1']?.to[one]?.proven;
        if (proven) served += 1;
        if (!proven && !state.todos[`public-notice/1.${one}`]) continue;
        must(whats.includes('post-returned'), `${whats.join()} on ${day}`);
        must(whats.indexOf('post-returned') < whats.indexOf('published'), `${whats.join()} on ${day}`);
      }
    }),
    { numRuns: 400 },
  );
  must(served > 0, 'chance found no public service');
});
