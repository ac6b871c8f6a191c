import { z } from 'zod';
import { dayText, flag, pageOf, pageQuery, words } from './page.ts';
import { orgKindCode } from './session.ts';

export const orgView = z
  .object({
    id: z.uuid(),
    kind: orgKindCode,
    kindLabel: z.string(),
    parentId: z.uuid().nullable(),
    name: z.string(),
    level: z.string().nullable(),
    type: z.string().nullable(),
    district: z.string().nullable(),
    sort: z.number().int(),
    disabledOn: dayText.nullable(),
    mergedIntoId: z.uuid().nullable(),
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Org' });
export type OrgView = z.infer<typeof orgView>;

const nameSort = z.enum(['official', 'alias', 'former']);

export const orgDetail = orgView
  .extend({
    parentName: z.string().nullable(),
    names: z.array(
      z.object({ name: z.string(), sort: nameSort, sortLabel: z.string(), until: dayText.nullable() }),
    ),
  })
  .meta({ id: 'OrgDetail' });
export type OrgDetail = z.infer<typeof orgDetail>;

export const orgPage = pageOf(orgView).meta({ id: 'OrgPage' });

export const orgQuery = pageQuery.extend({
  q: z.string().trim().max(100).optional(),
  kind: orgKindCode.optional(),
  parentId: z.uuid().optional(),
  /** Those that were disabled or merged too. */
  withDisabled: flag.optional(),
});
export type OrgQuery = z.infer<typeof orgQuery>;

const attributes = {
  level: words(30).nullish(),
  type: words(30).nullish(),
  district: words(30).nullish(),
  sort: z.number().int().min(0).max(1_000_000).optional(),
};
const version = z.number().int().min(1);

export const newOrg = z
  .object({
    kind: orgKindCode,
    parentId: z.uuid().nullable(),
    name: words(100),
    aliases: z.array(words(100)).max(20).optional(),
    ...attributes,
  })
  .meta({ id: 'NewOrg' });
export type NewOrg = z.infer<typeof newOrg>;

export const editOrg = z.object({ version, ...attributes }).meta({ id: 'EditOrg' });
export type EditOrg = z.infer<typeof editOrg>;

export const renameOrg = z.object({ version, name: words(100), on: dayText }).meta({ id: 'RenameOrg' });
export type RenameOrg = z.infer<typeof renameOrg>;

export const addAlias = z.object({ name: words(100) }).meta({ id: 'AddAlias' });
export const moveOrg = z.object({ version, parentId: z.uuid().nullable() }).meta({ id: 'MoveOrg' });
export type MoveOrg = z.infer<typeof moveOrg>;
export const mergeOrg = z.object({ version, intoId: z.uuid() }).meta({ id: 'MergeOrg' });
export type MergeOrg = z.infer<typeof mergeOrg>;
export const ofVersion = z.object({ version }).meta({ id: 'OfVersion' });
