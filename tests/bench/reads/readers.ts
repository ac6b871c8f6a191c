import { createHash } from 'node:crypto';
import type { Actor } from '#domain/actor';
import type { Role } from '#domain/role';
import { benchIds } from './fill.ts';

const id = (table: string, number: number): string =>
  createHash('md5')
    .update(`${table}${number}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/u, '$1-$2-4$3-8$4-$5');

export const hospitalId = (number: number): string => id('org', number);
export const campaignId = (number: number): string => id('case', number * 500);

const inBureau = (role: Role, number: number): Actor => ({
  personId: id('person', number),
  posts: [{ orgId: id('bureau', 0), orgKind: 'bureau', role }],
});
export const inspector = (number: number): Actor => inBureau('inspector', 1 + (number % benchIds.inspectors));
export const leader = (number: number): Actor => inBureau('leader', 1 + (number % benchIds.inspectors));

const liaisonOf = (hospital: number): Actor => ({
  personId: id('person', benchIds.inspectors + hospital),
  posts: [{ orgId: hospitalId(hospital), orgKind: 'hospital', role: 'liaison' }],
});
/** Of a hospital with several thousand cases. */
export const pilotLiaison = (number: number): Actor => liaisonOf(1 + (number % benchIds.pilots));
export const liaison = (number: number): Actor =>
  liaisonOf(benchIds.pilots + 1 + (number % (benchIds.hospitals - benchIds.pilots)));
