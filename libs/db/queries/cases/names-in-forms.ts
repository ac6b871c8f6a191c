import type { CaseState } from '#domain/case';
import type { CommitmentState } from '#domain/kinds/commitment/state';
import { itemLabelOf } from '#domain/kinds/on-site-check/checklists';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import type { Labels } from './answers.ts';
import type { NameOf } from './names.ts';

/** Ids of organisations or persons that a form names, one or several in a field. */
export const idsIn = (form: Record<string, unknown> | null, fields: readonly string[]): string[] =>
  fields.flatMap((field) => {
    const value = form?.[field];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one): one is string => typeof one === 'string');
  });

/** How the timeline reads out what a form names by its id or code. */
export const namesIn = (state: CaseState, orgName: NameOf, personName: NameOf): Labels => ({
  ...{ owner: orgName, helpers: orgName, visitedId: orgName, holder: personName, checkers: personName },
  ...(state.kind === 'commitment'
    ? {
        part: (id) => orgName((state as CommitmentState).helpers.find((helper) => helper.id === id)?.orgId),
      }
    : {}),
  ...(state.kind === 'on-site-check'
    ? { item: (code) => itemLabelOf((state as OnSiteCheckState).checklist, code) }
    : {}),
});
