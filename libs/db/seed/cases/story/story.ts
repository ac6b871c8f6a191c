import type { Days } from '../days.ts';
import type { Launch, Line } from '../line.ts';
import { arranged, checkLines } from './checks.ts';
import { commitmentLines, issued } from './commitments.ts';
import { campaignLines } from './campaigns.ts';
import { dispatchLines, drafted } from './dispatches.ts';
import { doingLines } from './doing.ts';
import { endingLines } from './ending.ts';
import { preparingLines, replacedLines } from './preparing.ts';

/** What everybody did. */
export const story = (days: Days): Line[] =>
  [
    ...[campaignLines, preparingLines, replacedLines, doingLines, endingLines],
    ...[commitmentLines, checkLines, dispatchLines],
  ].flatMap((lines) => lines(days));

/** What somebody opened by hand beside the campaigns. */
export const launches = (days: Days): Launch[] => [...issued(days), ...arranged(days), ...drafted(days)];
