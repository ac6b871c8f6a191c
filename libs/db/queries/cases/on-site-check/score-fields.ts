import { groupsOf } from '#domain/kinds/on-site-check/checklists';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import type { Field } from '../form-schema.ts';

/** Scores of the check's own groups only, all of them wanted; none, and no demands, where the check gives no scores. */
export const scoreFields =
  ({ scored, checklist, groups }: OnSiteCheckState) =>
  (schema: Field): Field => {
    const { scores = {}, demands, ...rest } = schema.properties ?? {};
    if (!scored) return { ...schema, properties: rest };
    const wanted = groupsOf(checklist, groups).map(({ code, label }): [string, Field] => [
      code,
      { ...scores.properties?.[code], title: label },
    ]);
    const narrowed = { ...scores, properties: Object.fromEntries<Field>(wanted), required: [...groups] };
    const { summary, files } = rest;
    return {
      ...schema,
      properties: { scores: narrowed, ...{ summary, demands, files } } as Record<string, Field>,
    };
  };
