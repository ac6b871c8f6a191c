import { freePorts } from '#cli/start/ports';
import { recorded } from '#cli/start/running';
import { newId } from '#db/id';
import { openOrm, type MikroORM } from '#db/orm';
import { hashOfToken } from '#db/session-token';
import type { Actor } from '#domain/actor';
import { startProcess } from '#tests/harness/process';
import type { System } from '#tests/harness/system';
import { byClients, percentile } from './clients.ts';
import { hospitalId, inspector, liaison, pilotLiaison } from './reads/readers.ts';
import { rounded, type Row } from './report.ts';

const clients = 8;
const aimMs = 50;
/** The filling's due days lie around it. */
const clock = '2026-11-23T01:00:00.000Z';

interface Question {
  what: string;
  who: (turn: number) => Actor;
  path: string | ((turn: number) => string);
  /** Asks for the page after the first. */
  later?: boolean;
}

const register = (query: Record<string, string>) => `/api/cases?${new URLSearchParams(query).toString()}`;

const questions: Question[] = [
  { what: 'desk, inspector', who: inspector, path: '/api/desk' },
  { what: 'desk, liaison', who: liaison, path: '/api/desk' },
  { what: 'desk, liaison of thousands of cases', who: pilotLiaison, path: '/api/desk' },
  { what: 'inbox, inspector', who: inspector, path: '/api/todos' },
  { what: 'inbox, inspector, a later page', who: inspector, path: '/api/todos', later: true },
  { what: 'inbox, inspector, overdue', who: inspector, path: '/api/todos?list=overdue' },
  { what: 'inbox, inspector, waiting', who: inspector, path: '/api/todos?list=waiting' },
  { what: 'inbox, liaison', who: liaison, path: '/api/todos' },
  { what: 'inbox, liaison of thousands of cases', who: pilotLiaison, path: '/api/todos' },
  { what: 'register, inspector', who: inspector, path: '/api/cases' },
  { what: 'register, inspector, a later page', who: inspector, path: '/api/cases', later: true },
  { what: 'register, one kind', who: inspector, path: register({ kind: 'campaign', status: 'all' }) },
  { what: 'register, overdue', who: inspector, path: register({ late: 'overdue' }) },
  { what: 'register, by due day', who: inspector, path: register({ sort: 'due' }) },
  {
    what: 'register, one hospital',
    who: inspector,
    path: (turn) => register({ orgId: hospitalId(1 + turn), status: 'all' }),
  },
  { what: 'register, a rare name', who: inspector, path: register({ q: '密云中医' }) },
  { what: 'register, a common word', who: inspector, path: register({ q: '医院' }) },
  { what: 'register, liaison', who: liaison, path: register({ status: 'all' }) },
  {
    what: 'register, liaison of thousands of cases, search',
    who: pilotLiaison,
    path: register({ q: '人民医院' }),
  },
];

/** The same pages as a browser asks for them, from an API process of its own on the filled database. */
export async function askOverHttp(system: System, databaseUrl: string, perClient: number): Promise<Row[]> {
  const orm = await openOrm(databaseUrl, { poolSize: 1 });
  const tokens = await signInAll(orm);
  await orm.close(true);
  const [port = 0] = await freePorts(1);
  const api = await startProcess('apps/api/main.ts', 'ready', {
    ...{ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: recorded(system.dataDir)?.temporalAddress ?? '' },
    ...{ PORT: String(port), DATA_DIR: system.dataDir, CLOCK: clock, LOG_LEVEL: 'error' },
  });
  const ask = async (actor: Actor, path: string): Promise<{ next?: string | null }> => {
    const cookie = `duxing_session=${tokens.get(actor.personId)}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { next?: string | null };
  };
  try {
    const rows: Row[] = [];
    for (const question of questions) rows.push(await asked(question, perClient, ask));
    return rows;
  } finally {
    await api.stop();
  }
}

async function asked(
  { what, who, path, later }: Question,
  perClient: number,
  ask: (actor: Actor, path: string) => Promise<{ next?: string | null }>,
): Promise<Row> {
  const pathAt = (turn: number) => (typeof path === 'string' ? path : path(turn % 300));
  const turns = Array.from({ length: clients * perClient }, (_, turn) => turn);
  const paths = new Map<string, string>();
  const { personId } = who(0);
  const { next } = await ask(who(0), pathAt(0));
  // A cursor is everybody's: the page after it is that of each reader.
  if (later && next) paths.set(personId, `${pathAt(0)}?after=${encodeURIComponent(next)}`);
  const { ms } = await byClients(clients, turns, async (turn) => {
    await ask(who(turn), paths.get(personId) ?? pathAt(turn));
  });
  const at = (share: number) => rounded(percentile(ms, share));
  return {
    what,
    times: ms.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    aim: at(0.95) < aimMs ? 'holds' : 'MISSED',
  };
}

/** A session for everybody of the filling; its liaisons get their posts here. */
async function signInAll(orm: MikroORM): Promise<Map<string, string>> {
  const em = orm.em.fork();
  const people = await em.execute<{ id: string }[]>('select id from person');
  const offices = new Map(
    people
      .flatMap((_, turn) => [liaison(turn), pilotLiaison(turn)])
      .map(({ personId, posts }) => [personId, posts[0]?.orgId]),
  );
  const rows = people.map(({ id }) => ({
    person: id,
    token: newId(),
    account: newId(),
    session: newId(),
    post: newId(),
  }));
  const hashed = rows.map(({ token, ...row }) => ({
    ...row,
    hash: hashOfToken(token),
    org: offices.get(row.person),
  }));
  const given = `from jsonb_to_recordset(?::jsonb)
    as given(person uuid, account uuid, session uuid, post uuid, org uuid, hash text)`;
  const long = `'2020-01-01Z'`;
  for (const statement of [
    `insert into account (id, person_id, login, password_hash, password_changed_at, created_at)
       select account, person, account::text, '', ${long}, ${long} ${given}`,
    `insert into session (id, token_hash, account_id, ip, user_agent, created_at, expires_at)
       select session, hash, account, '', '', ${long}, '2099-01-01Z' ${given}`,
    `insert into post (id, person_id, org_id, role, from_day, created_at)
       select post, person, org, 'liaison', '2020-01-01', ${long} ${given} where org is not null`,
  ]) {
    await em.execute(statement, [JSON.stringify(hashed)]);
  }
  return new Map(rows.map(({ person, token }) => [person, token]));
}
