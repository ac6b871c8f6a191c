import { workAreas } from '#domain/kinds/pairing/areas';
import type { PairingState } from '#domain/kinds/pairing/state';

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
