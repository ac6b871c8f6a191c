import { systemClock } from '#config/clock';
import type { MikroORM } from '#db/orm';
import type { RunnerClient } from '#runner/runner-client';
import type { System } from '#tests/harness/system';
import { addHospitals, hospitalsOf } from './hospitals.ts';
import { act, settled } from './launch.ts';
import { openCommitments, startRunners } from './open-commitments.ts';
import { logIn, type Reported } from './visitors.ts';

const hospitals = 40;
/** Commitments on which the visitors report. */
const inHand = 16;

/** Hospitals that owe commitments by turns, and the login of the first one's liaison. */
export async function ownersAt(orm: MikroORM, part: string): Promise<{ owners: string[]; login: string }> {
  const { assisted } = hospitalsOf(part, { pilots: 0, assisted: hospitals });
  await addHospitals(orm, { pilots: [], assisted });
  const rows = await orm.em
    .fork()
    .execute<{ id: string }[]>(
      'select id from org where name in (select jsonb_array_elements_text(?::jsonb))',
      [JSON.stringify(assisted.map(({ name }) => name))],
    );
  return { owners: rows.map(({ id }) => id), login: assisted[0]?.login ?? '' };
}

interface Under {
  system: System;
  orm: MikroORM;
  runner: RunnerClient;
}

/** Signed for by this liaison; and what opening one and starting its runner took, in ms. */
export async function reportedOn(
  { system, orm, runner }: Under,
  login: string,
): Promise<{ reported: Reported[]; preparingMs: number }> {
  const by = await logIn(system.address, login);
  const [owner] = await orm.em
    .fork()
    .execute<{ org_id: string }[]>(
      'select p.org_id from post p join account a on a.person_id = p.person_id where a.login = ?',
      [login],
    );
  await settled(orm);
  const start = performance.now();
  const ids = await openCommitments(orm, {
    ...{ count: inHand, owners: [owner?.org_id ?? ''], at: systemClock.now() },
  });
  await startRunners(orm, runner);
  const preparingMs = (performance.now() - start) / inHand;
  for (const caseId of ids) await act(by, caseId, 'sign-for', {});
  return { reported: ids.map((caseId) => ({ caseId, by })), preparingMs };
}
