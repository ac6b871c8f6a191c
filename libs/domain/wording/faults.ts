import { fieldsOf, type Field } from './fields.ts';
import { fullFieldName } from './names.ts';
import { structureFaults, type Fault } from './structure.ts';
import { tokensOf } from './tokens.ts';
import { usesOf, printed, type Use } from './uses.ts';

export const longest = 20_000;

/** A paper as its template meets it: the shipped source, and the fields of its example. */
export interface WordedPaper {
  source: string;
  fields: Record<string, unknown>;
}

/**
 * What keeps a wording from being used. The shipped template shows which fields may be missing (it asks for them before it
 * prints them), and how each is written.
 */
export function wordingFaults(source: string, shipped: WordedPaper): Fault[] {
  if (source.length > longest)
    return [{ line: 0, says: `全文不能超过${longest}个字符，现有${source.length}个。` }];
  const wrong = structureFaults(source);
  if (/\{\{\{|\}\}\}|\\\{\{/u.test(source)) wrong.push({ line: 0, says: '不能使用三重花括号和“\\{{”。' });
  const known = knownBy(shipped);
  for (const { type, raw, line } of tokensOf(source)) {
    const [unknown] = type === 'text' ? (/【[^】]*】?/u.exec(raw) ?? []) : [];
    if (unknown) wrong.push({ line, says: `没有“${unknown}”这一项，请从“可写入的内容”中选。` });
  }
  return [...wrong, ...usesOf(source).flatMap((use) => useFaults(use, known))].sort(
    (one, other) => one.line - other.line,
  );
}

/** What the shipped template prints and this one no longer does. */
export function dropped(source: string, shipped: string): string[] {
  const kept = new Set(printed(usesOf(source)));
  return printed(usesOf(shipped)).filter((path) => !kept.has(path));
}

interface Known {
  fields: Map<string, Field>;
  uses: Map<string, Use[]>;
}

function knownBy({ source, fields }: WordedPaper): Known {
  const uses = new Map<string, Use[]>();
  for (const use of usesOf(source)) uses.set(use.path, [...(uses.get(use.path) ?? []), use]);
  return { fields: fieldsOf(fields), uses };
}

const loops = new Map<string, readonly (string | undefined)[]>([
  ['@index', ['count', 'ordinal']],
  ['@last', []],
  ['@first', []],
]);

function useFaults(use: Use, known: Known): Fault[] {
  const { path, line } = use;
  const says = (words: string): Fault[] => [{ line, says: words }];
  const loop = loops.get(path);
  if (loop) return (use.as === 'print') === loop.includes(use.helper) ? [] : says(`“${path}”不能这样用。`);
  const name = fullFieldName(path);
  const kind = known.fields.get(path)?.kind;
  const shipped = known.uses.get(path) ?? [];
  if (!kind && shipped.length === 0) return says(`这份文书里没有“${name}”这一项。`);
  if (use.as === 'if') return [];
  if (use.as === 'each') {
    const list = kind === 'list' || shipped.some(({ as }) => as === 'each');
    return list ? [] : says(`“${name}”只有一项，不能逐项写。`);
  }
  const fits =
    helpers(kind).includes(use.helper) ||
    shipped.some(({ as, helper }) => as === 'print' && helper === use.helper);
  if (!fits)
    return says(kind === 'list' ? `“${name}”有多项，请逐项写或者用顿号连写。` : `“${name}”不能这样写。`);
  return guarded(use, shipped) ? [] : says(`“${name}”有时没有内容，须写在“如有”之内。`);
}

function helpers(kind: Field['kind'] | undefined): (string | undefined)[] {
  if (kind === 'day') return ['day'];
  if (kind === 'list') return ['joined'];
  return kind === 'text' || kind === 'number' ? [undefined] : [];
}

const own = ({ guards }: Use): string[] => guards.filter((guard) => !guard.includes('@'));

/** A field that the shipped template prints only under a condition stays under one of these; so does one it never prints. */
function guarded(use: Use, shipped: readonly Use[]): boolean {
  const given = own(use);
  if (given.includes(`+${use.path}`)) return true;
  const before = shipped.filter(({ as }) => as === 'print');
  if (before.length === 0) return false;
  return before.some((one) => own(one).length === 0 || own(one).some((guard) => given.includes(guard)));
}

/** The fields that may be named, each with the helper by which it is usually written. */
export function namingOf(shipped: WordedPaper): Map<string, string> {
  const { fields, uses } = knownBy(shipped);
  const paths = [...new Set([...uses.keys(), ...fields.keys()])].filter((path) => !path.startsWith('@'));
  return new Map(
    paths.map((path) => {
      const first = uses.get(path)?.find(({ as }) => as === 'print');
      const kind = fields.get(path)?.kind;
      return [path, first ? (first.helper ?? '') : (helpers(kind)[0] ?? '')];
    }),
  );
}
