import type { PageEntry } from './page-entry.ts';

/** Campaigns, board, organisations, people, permissions, log, messages: one line per page. */
export const bureauPages: PageEntry[] = [];
