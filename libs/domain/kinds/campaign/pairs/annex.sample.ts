import type { PairRow, RegisteredHospital } from './pair.ts';

/** 京医管改〔2017〕21号, annex: 5 pilots, 17 assisted hospitals. */
const annex: [string, string[]][] = [
  ['北京友谊医院', ['宣武医院', '北京儿童医院', '北京肿瘤医院', '北京老年医院']],
  ['北京朝阳医院', ['北京胸科医院', '清华长庚医院', '北京口腔医院', '北京小汤山医院']],
  ['北京积水潭医院', ['北京妇产医院', '北京回龙观医院', '北京安贞医院']],
  ['北京天坛医院', ['北京安定医院', '北京佑安医院', '北京世纪坛医院']],
  ['北京同仁医院', ['北京中医医院', '北京地坛医院', '首都儿科研究所']],
];

export const annexRows: PairRow[] = annex
  .flatMap(([pilotText, assisted]) => assisted.map((assistedText) => ({ pilotText, assistedText })))
  .map((pair, at) => ({ row: at + 1, ...pair }));

let row = 0;
/** As it stands in the document: the pilot named once, its cell merged over the rows below. */
export const annexText = `附件：

医药分开综合改革“手拉手”帮带名单

试点医院\t序号\t帮带医院
${annex.flatMap(([pilot, assisted]) => assisted.map((name, at) => `${at === 0 ? pilot : ''}\t${++row}\t${name}`)).join('\n')}

北京市医院管理局办公室

2017年3月21日印发
`;

/** The hospitals of the annex under their registered names, and a few that are easily taken for them. */
const registered: [string, string[]?][] = [
  ['首都医科大学附属北京友谊医院'],
  ['首都医科大学附属北京朝阳医院'],
  ['北京积水潭医院'],
  ['首都医科大学附属北京天坛医院'],
  ['首都医科大学附属北京同仁医院'],
  ['首都医科大学宣武医院'],
  ['首都医科大学附属北京儿童医院'],
  ['北京大学肿瘤医院', ['北京肿瘤医院']],
  ['北京老年医院'],
  ['首都医科大学附属北京胸科医院'],
  ['北京清华长庚医院', ['清华大学附属北京清华长庚医院']],
  ['首都医科大学附属北京口腔医院'],
  ['北京小汤山医院'],
  ['首都医科大学附属北京妇产医院', ['北京妇幼保健院', '妇幼保健院']],
  ['北京回龙观医院'],
  ['首都医科大学附属北京安贞医院'],
  ['首都医科大学附属北京安定医院'],
  ['首都医科大学附属北京佑安医院'],
  ['首都医科大学附属北京世纪坛医院'],
  ['首都医科大学附属北京中医医院', ['北京市中医医院']],
  ['首都医科大学附属北京地坛医院'],
  ['首都儿科研究所', ['首都儿科研究所附属儿童医院']],
  ['北京大学口腔医院'],
  ['北京医院'],
  ['北京大学第一医院'],
  ['昌平区妇幼保健院', ['妇幼保健院']],
];

export const beijingRegister: RegisteredHospital[] = [
  ...registered.map(([name, aliases = []], at): RegisteredHospital => ({
    id: `hospital-${at}`,
    name,
    aliases,
    kind: 'hospital',
    disabled: false,
  })),
  { id: 'hospital-old', name: '北京旧医院', aliases: [], kind: 'hospital', disabled: true },
  { id: 'section', name: '医政处', aliases: [], kind: 'section', disabled: false },
];
