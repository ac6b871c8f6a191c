import { readName } from './hospital-name.ts';
import type { PairSide } from './pair.ts';

export interface PairColumns {
  pilot: number;
  assisted: number;
}

const pilotHead = /^(试点|支援|帮扶|牵头|对口支援|派出|核心|帮助|组长)(医院|单位|方|机构)?(名称|全称)?$/u;
const assistedHead =
  /^(被帮带|受援|受支援|被支援|被帮扶|受帮扶|受助|受帮带|成员)(医院|单位|方|机构)?(名称|全称)?$/u;
/** In 京医管改〔2017〕21号 the assisted hospital; beside 被帮带医院 it would be the one that helps. */
const either = /^帮带(医院|单位|方|机构)(名称|全称)?$/u;

const longestHead = 40;

export const expectedColumns = '“试点医院”和“帮带医院”';

/** Which column holds which hospital, if these cells are the head of a table of pairs. */
export function pairColumns(cells: readonly string[]): PairColumns | undefined {
  const heads = cells.map((cell) =>
    cell.length > longestHead ? '' : readName(cell).plain.replace(/\([^()]*\)$/u, ''),
  );
  const pilots = heads.findIndex((head) => pilotHead.test(head));
  const assisted = heads.findIndex((head) => assistedHead.test(head));
  const open = heads.findIndex((head) => either.test(head));
  const columns = {
    pilot: pilots >= 0 ? pilots : assisted >= 0 ? open : -1,
    assisted: assisted >= 0 ? assisted : pilots >= 0 ? open : -1,
  };
  return columns.pilot >= 0 && columns.assisted >= 0 ? columns : undefined;
}

/** Which side a single word names, as in `试点医院：北京友谊医院`. */
export function sideOf(head: string): PairSide | undefined {
  if (head.length > longestHead) return undefined;
  const { plain } = readName(head);
  if (pilotHead.test(plain)) return 'pilot';
  return assistedHead.test(plain) || either.test(plain) ? 'assisted' : undefined;
}
