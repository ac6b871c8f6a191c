import { areaLabel, workAreas } from '#domain/kinds/pairing/areas';
import type { PairingState } from '#domain/kinds/pairing/state';
import type { Field } from '../form-schema.ts';

export const contactRows = (state: PairingState) =>
  state.areas.map((area) => ({ area, name: '', post: '', phone: '' }));

/** What source 000 asks to be worked on in each area; the two hospitals say who, how and by when. */
export const planRows = (state: PairingState) =>
  workAreas
    .filter((area) => state.areas.includes(area.code))
    .flatMap((area) =>
      area.items.map((item) => ({
        area: area.code,
        item: item.label,
        side: 'assisted',
        person: '',
        measure: '',
        due: '',
      })),
    );

/** Examples of figures to compare with afterwards; the hospital may strike or add lines. */
export const baselineRows = [
  ['门诊人次（上月）', '人次'],
  ['出院人次（上月）', '人次'],
  ['门诊次均费用', '元'],
  ['住院次均费用', '元'],
  ['药占比', '%'],
].map(([item, unit]) => ({ item, value: null, unit }));

/** Scores of the pair's own work areas only, each with its name, all of them wanted. */
export const scoreAreas =
  (areas: readonly string[]) =>
  (schema: Field): Field => {
    const scores = schema.properties?.scores ?? {};
    const wanted = areas.map(
      (area) => [area, { ...scores.properties?.[area], title: areaLabel(area) }] as const,
    );
    const narrowed = { ...scores, properties: Object.fromEntries(wanted), required: [...areas] };
    return { ...schema, properties: { ...schema.properties, scores: narrowed } };
  };
