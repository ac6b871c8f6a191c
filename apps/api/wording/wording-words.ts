import type { WordingField } from '#contracts/wording';
import { longDay } from '#domain/day';
import { fieldsOf } from '#domain/wording/fields';
import { namingOf } from '#domain/wording/faults';
import { fieldName, fullFieldName } from '#domain/wording/names';
import type { WordingLine } from '#domain/wording/marks';
import { fieldWords, linesOf } from '#domain/wording/notation';
import { usesOf } from '#domain/wording/uses';
import { wordedPaper } from '#render/wording';

/** A template in lines of words; without one the shipped wording of the paper. */
export function linesOfPaper(code: string, source?: string | null): WordingLine[] {
  const shipped = wordedPaper(code);
  return linesOf(source ?? shipped.source, namingOf(shipped));
}

/** What may be inserted, with its value in the example: first what the shipped wording prints, in its order. */
export function fieldsOfPaper(code: string): WordingField[] {
  const shipped = wordedPaper(code);
  const [fields, naming] = [fieldsOf(shipped.fields), namingOf(shipped)];
  const uses = usesOf(shipped.source);
  const offered = [...naming.keys()].filter((path) => {
    const kind = fields.get(path)?.kind;
    return kind !== 'group' && !(path.endsWith('.length') && !uses.some((use) => use.path === path));
  });
  return offered.map((path) => {
    const own = uses.filter((use) => use.path === path);
    const prints = own.filter(({ as }) => as === 'print');
    const { kind, sample = '' } = fields.get(path) ?? {};
    const each = own.some(({ as }) => as === 'each') || (kind === 'list' && prints.length === 0);
    const asked = kind === 'flag' || (prints.length === 0 && own.some(({ as }) => as === 'if'));
    const inList = path.lastIndexOf('[]');
    return {
      ...{ words: fieldWords(naming, path), name: fieldName(path) },
      sample: kind === 'day' ? longDay(sample) : sample,
      list: inList < 0 ? null : fullFieldName(path.slice(0, inList)),
      use: each ? 'each' : asked ? 'if' : 'print',
      optional: prints.every(({ guards }) => guards.some((guard) => !guard.includes('@'))),
    };
  });
}
