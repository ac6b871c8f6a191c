import type { CaseView } from '#contracts/case';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import type { CaseFileRow } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import { campaignBodyOf } from './campaign/body.ts';
import { commitmentBodyOf } from './commitment/body.ts';
import { dispatchBodyOf } from './dispatch/body.ts';
import { onSiteCheckBodyOf } from './on-site-check/body.ts';
import { pairingBodyOf } from './pairing/body.ts';
import type { Sight } from './visible.ts';

export interface Reading {
  row: CaseFileRow;
  sight: Sight;
  today: Day;
  calendar: Calendar;
}

/** What each kind shows beside what every case has; its shape is in the kind's contract file. */
const bodies: Record<string, (em: EntityManager, reading: Reading) => Promise<CaseView['body']>> = {
  campaign: campaignBodyOf,
  pairing: pairingBodyOf,
  commitment: commitmentBodyOf,
  'on-site-check': onSiteCheckBodyOf,
  dispatch: dispatchBodyOf,
};

export const bodyOf = async (em: EntityManager, reading: Reading): Promise<CaseView['body']> =>
  (await bodies[reading.row.kind]?.(em, reading)) ?? {};
