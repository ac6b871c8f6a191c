import { hasPlace, readName } from './hospital-name.ts';
import { nearNames } from './near-names.ts';
import type { MatchedHospital, RegisteredHospital, Suggestion } from './pair.ts';

export type Lookup =
  | { found: 'one'; match: MatchedHospital; hospital: RegisteredHospital }
  | { found: 'several'; suggestions: Suggestion[] }
  | { found: 'none'; suggestions: Suggestion[] };

type Index = Map<string, Set<RegisteredHospital>>;

/** Makes the function that finds a written name in the register. A repeated name is looked up once. */
export function nameIndex(register: readonly RegisteredHospital[]): (text: string) => Lookup {
  const names: Index = new Map();
  const aliases: Index = new Map();
  const placed: Index = new Map();
  const bare: Index = new Map();
  const endings = new Map<RegisteredHospital, string[]>();
  for (const hospital of register) {
    add(names, readName(hospital.name).plain, hospital);
    for (const text of [hospital.name, ...hospital.aliases]) {
      const readings = readName(text);
      if (text !== hospital.name) add(aliases, readings.plain, hospital);
      add(placed, readings.placed, hospital);
      add(bare, readings.bare, hospital);
      endings.set(hospital, [...(endings.get(hospital) ?? []), readings.bare]);
    }
  }
  const near = nearNames(register);

  function look(text: string): Lookup {
    const read = readName(text);
    const exact = pick(names.get(read.plain), 'name') ?? pick(aliases.get(read.plain), 'alias');
    if (exact) return exact;
    const same = pick(placed.get(read.placed), 'variant');
    if (same) return same;
    const candidates = new Set(bare.get(read.bare) ?? []);
    // A name without its place (口腔医院) may also be the end of another hospital's name (北京大学口腔医院): don't guess.
    if (candidates.size > 0 && !hasPlace(read.placed))
      for (const hospital of register)
        if (endings.get(hospital)?.some((ending) => ending.endsWith(read.bare))) candidates.add(hospital);
    return pick(candidates, 'variant') ?? { found: 'none', suggestions: near(read.bare) };
  }

  const known = new Map<string, Lookup>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const answer = look(text);
    known.set(text, answer);
    return answer;
  };
}

/** Of several hospitals of one name the one still in use is meant. */
function pick(
  found: ReadonlySet<RegisteredHospital> | undefined,
  by: MatchedHospital['by'],
): Lookup | undefined {
  if (!found || found.size === 0) return undefined;
  const inUse = [...found].filter((hospital) => !hospital.disabled);
  const meant = found.size === 1 ? [...found] : inUse;
  const [only] = meant;
  if (only && meant.length === 1)
    return { found: 'one', match: { id: only.id, name: only.name, by }, hospital: only };
  return { found: 'several', suggestions: [...found].map(({ id, name }) => ({ id, name })) };
}

function add(index: Index, key: string, hospital: RegisteredHospital): void {
  if (key === '') return;
  const there = index.get(key);
  if (there) there.add(hospital);
  else index.set(key, new Set([hospital]));
}
