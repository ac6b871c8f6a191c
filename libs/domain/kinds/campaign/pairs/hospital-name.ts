/**
 * Three readings of a hospital's name, each looser than the one before. Two names are taken for the same only by a
 * rule named here; whatever is merely similar becomes a suggestion that a person has to choose.
 */
export interface NameReadings {
  /** Written differently, same characters: width, spaces, brackets, quotes, case. */
  plain: string;
  /** As plain, without the university it is affiliated to, and 北京市 read as 北京. */
  placed: string;
  /** As placed, without the place: 北京朝阳医院 = 朝阳医院. */
  bare: string;
}

/** The place of the bureau: the only one that people leave out. 辽宁朝阳医院 is another hospital. */
const place = '北京';
const affiliation = /^(首都医科大学|首都医大|首医大|首医)(附属)?/u;

/** PDF readers hand out radicals of U+2E80–2EFF for these characters; NFKC leaves them as they are. */
const radicals = new Map(
  [...'⻓长⻅见⻋车⻔门⻘青⻚页⻛风⻜飞⻢马⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻝食⻄西⻆角⺠民⻉贝⻣骨⻤鬼'].reduce<
    [string, string][]
  >((pairs, sign, at, all) => (at % 2 === 0 ? [...pairs, [sign, all[at + 1] ?? sign]] : pairs), []),
);

/** Invisible characters, spaces of any sort, quotes and the dots set between parts of a name. */
const noise = /[\s\p{Cf}\p{Cc}"'“”‘’《》「」『』·•・．]/gu;

export function readName(text: string): NameReadings {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2e80-\u2eff]/gu, (sign) => radicals.get(sign) ?? sign)
    .replace(noise, '')
    .replace(/[[{〔【〈]/gu, '(')
    .replace(/[\]}〕】〉]/gu, ')')
    .toLowerCase();
  const placed = shorten(shorten(plain, affiliation), /^北京市(?![立属])/u, place);
  return { plain, placed, bare: hasPlace(placed) ? placed.slice(place.length) : placed };
}

/** 北京大学第三医院 and 北京医院 don't carry the place in front of a name: there it is the name. */
export function hasPlace(placed: string): boolean {
  const rest = placed.slice(place.length);
  return placed.startsWith(place) && rest.length >= 4 && !/^(大学|第|协和|医院|市|区)/u.test(rest);
}

/** Cuts a beginning off, unless less than a name (say 医院) would remain. */
function shorten(name: string, beginning: RegExp, instead = ''): string {
  const rest = name.replace(beginning, '');
  return rest === name || rest.length < 4 ? name : instead + rest;
}
