import type { ActFormView } from '#contracts/case';
import type { Actor } from '#domain/actor';
import type { Day } from '#domain/day';
import type { Who } from '#domain/kind';
import type { CaseFileRow } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import type { Field } from './form-schema.ts';
import { commitmentOffers } from './commitment/offers.ts';
import { dispatchOffers } from './dispatch/offers.ts';
import { onSiteCheckOffers } from './on-site-check/offers.ts';
import { pairingOffers } from './pairing/offers.ts';
import { serviceOffers } from './service/offers.ts';
import { supervisionOffers } from './supervision/offers.ts';
import type { Sight } from './visible.ts';

export interface Asking {
  row: CaseFileRow;
  sight: Sight;
  actor: Actor;
  /** For whom the actor would act. */
  who: Who;
  today: Day;
  /** The reader's todo that the act is to answer. */
  todo?: string;
}

/** What a case adds to the form of an action. */
export interface Offer {
  options?: ActFormView['options'];
  initial?: ActFormView['initial'];
  /** Narrows the schema, e.g. to the work areas of this pair. */
  schema?: (schema: Field) => Field;
}

export type Offers = Record<string, (em: EntityManager, asking: Asking) => Promise<Offer>>;

const offers: Record<string, Offers> = {
  pairing: pairingOffers,
  commitment: commitmentOffers,
  'on-site-check': onSiteCheckOffers,
  dispatch: dispatchOffers,
};

export const offerOf = async (em: EntityManager, asking: Asking, action: string): Promise<Offer> =>
  (await (supervisionOffers[action] ?? serviceOffers[action] ?? offers[asking.row.kind]?.[action])?.(
    em,
    asking,
  )) ?? {};
