import { plainName } from '../org-by-name.ts';
import type { Complain, Planned } from './planned.ts';
import type { Register } from './register.ts';

const longest = 100;
const mostAliases = 20;

/** A name means one organisation only, in the register and in the table. Answers with the rows by their names. */
export function readNames(
  rows: readonly Planned[],
  register: Register,
  complain: Complain,
): Map<string, Planned> {
  const bySelf = new Map<string, Planned>();
  const byName = new Map<string, Planned>();
  for (const planned of rows) {
    if (planned.name === '') continue;
    const plain = plainName(planned.name);
    const first = bySelf.get(planned.key) ?? byName.get(plain);
    const same = planned.standing ? `是同一家机构（${planned.standing.name}）` : '重名';
    if (first) complain(planned, 'name', `与第 ${first.row} 行${same}，请删去一行。`);
    else bySelf.set(planned.key, planned);
    if (!byName.has(plain)) byName.set(plain, planned);
  }
  for (const planned of rows) readAliases(planned, byName, register, complain);
  return byName;
}

function readAliases(
  planned: Planned,
  byName: Map<string, Planned>,
  { bearers }: Register,
  complain: Complain,
): void {
  const given = (planned.cells.aliases ?? '').split(/[、,，;；\n]+/u).map((alias) => alias.trim());
  const aliases = given.filter((alias) => alias !== '');
  if (aliases.length > mostAliases)
    complain(planned, 'aliases', `简称超过${mostAliases}个，请检查是否粘错了列。`);
  for (const alias of aliases) {
    const plain = plainName(alias);
    const bearer = bearers.get(plain);
    const other = byName.get(plain);
    if ([...alias].length > longest || /\p{Cc}/u.test(alias))
      complain(
        planned,
        'aliases',
        `简称“${alias.slice(0, 10)}…”超过${longest}个字或含有换行，请用顿号分隔几个简称。`,
      );
    else if (bearer && bearer.id !== planned.key)
      complain(planned, 'aliases', `“${alias}”已是${bearer.name}的名称（含简称、曾用名），请换一个或删去。`);
    else if (other && other !== planned)
      complain(planned, 'aliases', `“${alias}”在第 ${other.row} 行也用作名称或简称，请只留一处。`);
    else if (!bearer && !other) {
      planned.aliases.push(alias);
      byName.set(plain, planned);
    }
  }
}
