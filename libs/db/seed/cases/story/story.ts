import type { Days } from '../days.ts';
import type { Line } from '../line.ts';
import { campaignLines } from './campaigns.ts';
import { doingLines } from './doing.ts';
import { endingLines } from './ending.ts';
import { preparingLines, replacedLines } from './preparing.ts';

/** What everybody did. */
export const story = (days: Days): Line[] =>
  [campaignLines, preparingLines, replacedLines, doingLines, endingLines].flatMap((lines) => lines(days));
