import { addDays, startOfDay, type Day, type Instant } from '../day.ts';
import { CasePlay } from './case-play.ts';
import type { Scene } from './plan.ts';

/** One member to be played: what it is opened with. */
export interface Member {
  id: string;
  fields: Record<string, string | number>;
}

export interface MemberScene extends Scene {
  start: Instant;
  /** The last day that is played. */
  end: Day;
  /** With what cases of another kind are played that a case opens; undefined: they are not. */
  opens: (kind: string) => Scene | undefined;
}

/** Ids of cases are wanted in their fields; these are only told apart within one member. */
const caseId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Plays a member with the commitments and checks that it opens, all by one clock. */
export class MemberPlay {
  readonly #scene: MemberScene;
  readonly #id: string;
  readonly #cases = new Map<string, CasePlay>();

  constructor(scene: MemberScene, id: string) {
    this.#scene = scene;
    this.#id = id;
  }

  get acts(): number {
    return [...this.#cases.values()].reduce((sum, { acts }) => sum + acts, 0);
  }
  get rings(): number {
    return [...this.#cases.values()].reduce((sum, { rings }) => sum + rings, 0);
  }

  play(fields: Member['fields']): boolean {
    const over = startOfDay(addDays(this.#scene.end, 1));
    const first = this.#enter(this.#scene, this.#scene.start);
    if (!first.open(fields)) return false;
    for (let next = this.#first(over); next; next = this.#first(over)) {
      const [id, play] = next;
      play.turn();
      for (const { effect, seq } of play.orders.splice(0)) {
        const from = { ...effect.fields, sourceCase: id, sourceSeq: seq };
        if (effect.type === 'tellCase') this.#cases.get(effect.caseId)?.hear(play.now, effect.action, from);
        else this.#open(effect.kind, play.now, from);
      }
    }
    return first.ended();
  }

  #open(kind: string, at: Instant, fields: Member['fields']): void {
    const scene = this.#scene.opens(kind);
    if (scene) this.#enter(scene, at).open(fields);
  }

  #enter(scene: Scene, at: Instant): CasePlay {
    const number = this.#cases.size;
    const play = new CasePlay(scene, number === 0 ? this.#id : `${this.#id}.${number}`, at);
    this.#cases.set(caseId(number), play);
    return play;
  }

  /** The case in which something happens first. */
  #first(over: Instant): [id: string, play: CasePlay] | undefined {
    let found: [string, CasePlay] | undefined;
    let soonest = over;
    for (const one of this.#cases) {
      const moment = one[1].next();
      if (moment === undefined || moment >= soonest) continue;
      soonest = moment;
      found = one;
    }
    return found;
  }
}
