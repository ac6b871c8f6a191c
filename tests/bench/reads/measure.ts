import { testClock } from '#config/clock';
import type { MikroORM } from '#db/orm';
import type { Question } from './questions.ts';

export interface Measured {
  name: string;
  times: number;
  p50: number;
  p95: number;
  max: number;
}

const clients = 8;
/** The filling's due days lie around it. */
const clock = testClock('2026-11-23T01:00:00.000Z');

/** So many clients ask the same question at once, each as another person, one after the other. */
export async function measure(orm: MikroORM, { name, ask }: Question, perClient: number): Promise<Measured> {
  const taken: number[] = [];
  await ask(orm.em.fork(), clock, 0);
  const client = async (index: number) => {
    for (let turn = 0; turn < perClient; turn += 1) {
      const start = performance.now();
      await ask(orm.em.fork(), clock, index * perClient + turn);
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  taken.sort((one, other) => one - other);
  const at = (share: number) => Number((taken[Math.ceil(taken.length * share) - 1] ?? 0).toFixed(1));
  return { name, times: taken.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}
