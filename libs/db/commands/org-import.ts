import type { Clock } from '#config/clock';
import type { OrgImportDone } from '#contracts/org-import';
import { ProblemError, conflict } from '#contracts/problem';
import type { MessageCode } from '#domain/message-codes';
import type { OrgTable } from '#domain/org-table';
import { newId } from '../id.ts';
import { initialPassword } from '../initial-password.ts';
import type { EntityManager } from '../orm.ts';
import { countsOf, moves, planImport, resultOf } from '../queries/org-import/plan.ts';
import type { Planned } from '../queries/org-import/planned.ts';
import { addAlias, createOrg, editOrg, moveOrg } from './orgs.ts';
import { createPerson } from './people.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

const mostErrors = 50;

/** All of the table or nothing. What stands already is left as it is, so a second time changes nothing. */
export async function importOrgs(
  em: EntityManager,
  clock: Clock,
  by: LogSource & { name: string },
  { table, hash, source }: { table: OrgTable; hash: string; source: string },
): Promise<OrgImportDone> {
  return em.transactional(async (tx) => {
    // One import after another: the second sees what the first wrote.
    await tx.execute(`select id from org where kind = 'bureau' for update`);
    const { rows } = await planImport(tx, table);
    refuseProblems(rows);
    await writeOrgs(tx, clock, by, rows);
    const accounts = await writePeople(tx, clock, by, rows);
    const counts = countsOf(rows);
    if (counts.created + counts.changed > 0) {
      const did = `新建机构${counts.created}家，修改${counts.changed}家，新建人员和账号${counts.people}个`;
      const line = { kind: 'org-changed' as const, subject: 'org', detail: `导入机构：${did}` };
      await writeLog(tx, clock, by, { ...line, data: { source, hash, ...counts } });
    }
    if (accounts.length > 0) await tellSecurityAdmin(tx, clock, by.name, accounts);
    return { ...counts, accounts };
  });
}

function refuseProblems(rows: readonly Planned[]): void {
  const found = rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })));
  if (found.length === 0) return;
  const errors = found.slice(0, mostErrors).map(({ row, column, sentence }) => ({
    field: `rows.${row}`,
    detail: `第 ${row} 行${column}：${sentence}`,
  }));
  throw new ProblemError(
    422,
    'org-table',
    `表中有${found.length}处问题，一家也没有导入。请改正后重新核对。`,
    errors,
  );
}

/** Those above first: an organisation may stand under another of the same table. */
async function writeOrgs(
  tx: EntityManager,
  clock: Clock,
  by: LogSource,
  rows: readonly Planned[],
): Promise<void> {
  const ids = new Map(rows.flatMap(({ key, standing }) => (standing ? [[key, standing.id] as const] : [])));
  const idOf = (key: string | null) => (key?.startsWith('row ') ? ids.get(key) : key);
  let waiting = rows.filter((planned) => !planned.standing);
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parentKey }) => idOf(parentKey) !== undefined);
    if (ready.length === 0) throw conflict('上级机构互相循环，没有导入。');
    for (const { key, kind, name, aliases, attributes, parentKey } of ready) {
      if (!kind) throw conflict('类别不明，没有导入。');
      const org = { kind, name, aliases, parentId: idOf(parentKey) ?? null, ...attributes };
      ids.set(key, await createOrg(tx, clock, by, org));
    }
    waiting = waiting.filter((planned) => !ready.includes(planned));
  }
  for (const planned of rows)
    if (planned.standing && resultOf(planned) === 'changed')
      await changeStanding(tx, clock, by, planned, idOf(planned.parentKey) ?? null);
}

async function changeStanding(
  tx: EntityManager,
  clock: Clock,
  by: LogSource,
  planned: Planned,
  parentId: string | null,
): Promise<void> {
  const { key: id, standing, attributes, aliases } = planned;
  let version = standing?.version ?? 1;
  if (Object.keys(attributes).length > 0)
    await editOrg(tx, clock, by, id, { version: version++, ...attributes });
  if (moves(planned)) await moveOrg(tx, clock, by, id, { version, parentId });
  for (const alias of aliases) await addAlias(tx, clock, by, id, alias);
}

/** Each with an account; posts are for the security administrator to grant. */
async function writePeople(
  tx: EntityManager,
  clock: Clock,
  by: LogSource,
  rows: readonly Planned[],
): Promise<OrgImportDone['accounts']> {
  const made = new Map<string, OrgImportDone['accounts'][number]>();
  for (const { name: orgName, standing: org, people } of rows) {
    for (const { name, login, post, standing } of people) {
      const awaits = `${post}（${org?.name ?? orgName}）`;
      const before = made.get(login);
      if (before) before.awaits += `、${awaits}`;
      if (before || standing) continue;
      const password = initialPassword(login);
      await createPerson(tx, clock, by, { name, account: { login, password } });
      made.set(login, { name, login, password, awaits });
    }
  }
  return [...made.values()];
}

const mostTold = 20;

async function tellSecurityAdmin(
  tx: EntityManager,
  clock: Clock,
  by: string,
  accounts: OrgImportDone['accounts'],
): Promise<void> {
  const named = accounts
    .slice(0, mostTold)
    .map(({ name, login, awaits }) => `${name}（${login}）任${awaits}`);
  const text = named.join('；') + (accounts.length > mostTold ? `等${accounts.length}人` : '');
  const id = newId();
  await tx.execute(
    `insert into message (id, key, at, role, code, params)
     values (?, ?, ?, 'security-admin', ?, ?::jsonb)`,
    [
      id,
      `posts-awaited/${id}`,
      clock.now(),
      'posts-awaited' satisfies MessageCode,
      JSON.stringify({ text, by }),
    ],
  );
}
