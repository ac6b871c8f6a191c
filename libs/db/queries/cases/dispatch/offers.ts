import { shanghaiDay, shanghaiTime } from '#domain/day';
import { draftingOf, type DispatchState } from '#domain/kinds/dispatch/state';
import { outsideOf } from '#domain/kinds/dispatch/text';
import { stateOf } from '../case-row.ts';
import type { Offers } from '../offers.ts';
import { textOf, textVersions } from './text-row.ts';

/** What a dispatch adds to its forms: the version that is handed in, and who has to be brought it by hand. */
export const dispatchOffers: Offers = {
  submit: async (em, { row }) => {
    const [last] = await textVersions(em, row.id);
    if (!last) return { options: { version: [] } };
    const label = `第${last.version}版（${last.by}，${shanghaiDay(last.at)} ${shanghaiTime(last.at)}保存）`;
    return {
      options: { version: [{ value: String(last.version), label }] },
      initial: { version: String(last.version) },
    };
  },
  review: (_em, { row }) =>
    Promise.resolve({
      schema: (schema) => {
        const { legal, ...properties } = schema.properties ?? {};
        const asked = draftingOf(stateOf<DispatchState>(row)).legal ? {} : { legal };
        return { ...schema, properties: { ...properties, ...asked } } as typeof schema;
      },
    }),
  // From the list of papers to sign it is read and signed; another answer is chosen.
  sign: () => Promise.resolve({ initial: { decision: 'sign' } }),
  'note-seal': (_em, { today }) => Promise.resolve({ initial: { sealedOn: today } }),
  send: async (em, { row, today }) => {
    const form = (await textOf(em, row.id, stateOf<DispatchState>(row).text?.version))?.form ?? {};
    return { initial: { handed: outsideOf(form).map((unit) => ({ unit, on: today })) } };
  },
};
