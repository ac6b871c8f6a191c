import type { MikroORM } from '#db/orm';
import { demoPassword } from '#db/seed/demo-logins';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { signIn, type Person } from '#tests/harness/browser';
import { byClients } from './clients.ts';
import { act, type Pair } from './launch.ts';
import { hospitalsOf, type Hospitals } from './hospitals.ts';

export interface OpenPair {
  caseId: string;
  pilot: Person;
  assisted: Person;
}

/** A square: few accounts have to log in, and every pair is another one. */
export function squareFor(pairs: number): Hospitals {
  const side = Math.ceil(Math.sqrt(pairs));
  return hospitalsOf('a', { pilots: side, assisted: side });
}

export const pairsOf = ({ pilots, assisted }: Hospitals): Pair[] =>
  assisted.flatMap((one) => pilots.map((other) => ({ pilot: other.name, assisted: one.name })));

/** By registered name. */
export async function logInAll(
  address: string,
  { pilots, assisted }: Hospitals,
): Promise<Map<string, Person>> {
  const people = new Map<string, Person>();
  await byClients(4, [...pilots, ...assisted], async ({ name, login }) => {
    people.set(name, await signIn(address, login, demoPassword));
  });
  return people;
}

export async function openPairs(
  orm: MikroORM,
  campaignId: string,
  people: Map<string, Person>,
): Promise<OpenPair[]> {
  const rows = await orm.em.fork().execute<{ id: string; pilot: string; assisted: string }[]>(
    `select c.id, p.name as pilot, a.name as assisted from case_file c
       join org p on p.id = (c.state->>'pilotId')::uuid join org a on a.id = (c.state->>'assistedId')::uuid
      where c.campaign_id = ? order by c.number`,
    [campaignId],
  );
  return rows.map(({ id: caseId, pilot, assisted }) => {
    const [one, other] = [people.get(pilot), people.get(assisted)];
    if (!one || !other) throw new Error(`nobody has logged in for ${pilot} or ${assisted}`);
    return { caseId, pilot: one, assisted: other };
  });
}

const contacts = coreAreas.map((area) => ({ area, name: '联系人', post: '主任', phone: '010-12345678' }));
const group = { lead: '院长', contacts };

/** Three acts for each pair, one after the other, as its two liaisons send them. */
export async function actOnPairs(
  clients: number,
  pairs: readonly OpenPair[],
): Promise<{ seconds: number; actMs: number[] }> {
  const actMs: number[] = [];
  const timed = async (by: Person, caseId: string, action: string, form: unknown) => {
    const start = performance.now();
    await act(by, caseId, action, form);
    actMs.push(performance.now() - start);
  };
  const { seconds } = await byClients(clients, pairs, async ({ caseId, pilot, assisted }) => {
    await timed(pilot, caseId, 'confirm', {});
    await timed(assisted, caseId, 'confirm', {});
    await timed(pilot, caseId, 'file-group', group);
  });
  return { seconds, actMs: actMs.sort((one, other) => one - other) };
}
