import type { Facts } from '#domain/case';
import { addDays, type Day } from '#domain/day';
import { itemsOf } from '#domain/kinds/on-site-check/checklists';
import type { Side } from '#domain/kinds/pairing/state';
import { demoHospitals } from '../../demo-hospitals.ts';
import { actorOf, nameOf, orgId } from '../actors.ts';
import { firstReportedWeek, type Days } from '../days.ts';
import type { Line, Pair } from '../line.ts';
import { groupForm } from '../content/contacts.ts';
import { needsForm } from '../content/needs.ts';
import { planForm, workOf } from '../content/plan-items.ts';
import { weeklyForm } from '../content/weekly.ts';
import { demoAreas } from './campaigns.ts';

const numberOf = (key: string) => demoHospitals.findIndex((one) => one.key === key);

/** Working days before today on which the steps up to the agreed plan were done: the pilot's, then the assisted one's. */
export interface Preparing {
  confirm?: readonly [pilot: number | undefined, assisted?: number];
  group?: readonly [pilot: number | undefined, assisted?: number];
  pledge?: readonly [pilot: number | undefined, assisted?: number];
  file?: number;
  needs?: number;
  plan?: number;
  agree?: number;
}

interface Inspected {
  base: number;
  summary: string;
  demands?: string;
  /** Items of the checklist. */
  failed?: readonly string[];
}

/** Writes the lines of one pair; every day is told as so many working days ago. */
export class PairStory {
  readonly lines: Line[] = [];
  readonly days: Days;
  readonly #pair: Pair;
  readonly #key: string;
  readonly #number: Record<Side, number>;
  readonly #acts = new Map<number, number>();

  constructor(days: Days, pair: Pair, key: string = pair.assisted) {
    this.days = days;
    this.#pair = pair;
    this.#key = key;
    this.#number = { pilot: numberOf(pair.pilot), assisted: numberOf(pair.assisted) };
  }

  /** An act of a hospital's liaison, of its principal, or of an office of the bureau. */
  act(by: string, ago: number, action: string, form: Record<string, unknown> = {}, facts?: Facts): this {
    return this.#write(this.#key, [by, ago, action, form], facts);
  }

  /** An act in the commitment of a problem, by its number. */
  solve(problem: number, by: string, ago: number, action: string, form: Record<string, unknown> = {}): this {
    return this.#write(`${this.#key}/${problem}`, [by, ago, action, form]);
  }

  /** An inspection of the assisted hospital: ordered, visited, confirmed so many working days ago. */
  inspect(
    phase: 'midterm' | 'final',
    [ordered, visited, confirmed]: readonly [number, number, number],
    checkers: readonly [string, string],
    { base, summary, demands, failed = [] }: Inspected,
  ): this {
    const persons = checkers.map(actorOf);
    const check = `${this.#key}/${phase}`;
    const title = `结对帮带${phase === 'midterm' ? '中期' : '终期'}检查`;
    const order = {
      ...{
        purpose: title,
        visited: 'assisted',
        place: '门诊、收费处、药房、信息中心',
        on: this.days.ago(visited),
      },
      checkers: persons.map(({ personId }) => personId),
    };
    const scores = Object.fromEntries(demoAreas.map((area, turn) => [area, base + ((turn * 5) % 9)]));
    const results = itemsOf(1, demoAreas).map(({ code }): [string, 'pass' | 'fail'] => [
      code,
      failed.includes(code) ? 'fail' : 'pass',
    ]);
    const found: Facts = { findings: Object.fromEntries(results) };
    return this.act(checkers[0], ordered, `inspect-${phase}`, order, { persons })
      .#write(
        check,
        [checkers[0], visited, 'hand-in', { scores, summary, ...(demands ? { demands } : {}) }],
        found,
      )
      .#write(check, [checkers[1], confirmed, 'confirm', { decision: 'confirm' }]);
  }

  /** After the bulletin. */
  signs(phase: 'midterm' | 'final', ago: number): this {
    const signed = { agreed: true, remark: '已阅知，按通报要求整改。' };
    return this.#write(`${this.#key}/${phase}`, ['assisted.principal', ago, 'sign', signed]);
  }

  /** A problem that the other hospital or a section of the bureau has to solve. */
  raise(ago: number, solver: string, form: { area: string; what: string; measure: string }): this {
    const side = solver === 'pilot' || solver === 'assisted' ? solver : undefined;
    const id = orgId(side ? this.#pair[side] : solver);
    const facts: Facts = side ? {} : { offices: [{ orgId: id, role: 'section-head' }] };
    return this.act('assisted', ago, 'raise-problem', { ...form, solver: id }, facts);
  }

  #write(
    key: string,
    [by, ago, action, form]: [by: string, ago: number, action: string, form: Record<string, unknown>],
    facts?: Facts,
  ): this {
    const [side, role = 'liaison'] = by.split('.');
    const login = side === 'pilot' || side === 'assisted' ? `${this.#pair[side]}.${role}` : by;
    const turn = this.#acts.get(ago) ?? 0;
    this.#acts.set(ago, turn + 1);
    const at = this.days.slot(ago, turn, this.#number.assisted);
    this.lines.push({ in: key, at, by: login, action, form, ...(facts ? { facts } : {}) });
    return this;
  }

  prepare(
    { confirm = [undefined], group = [undefined], pledge = [undefined], file, needs, plan, agree }: Preparing,
    dueOf?: (code: string) => Day,
  ): this {
    const each = (
      [pilot, assisted]: readonly [number | undefined, number?],
      write: (side: Side, ago: number) => void,
    ) => {
      if (pilot !== undefined) write('pilot', pilot);
      if (assisted !== undefined) write('assisted', assisted);
    };
    each(confirm, (side, ago) => this.act(side, ago, 'confirm', { note: '已确认，由院办公室负责联络。' }));
    each(group, (side, ago) => {
      const lead = nameOf(`${this.#pair[side]}.principal`);
      this.act(side, ago, 'file-group', groupForm(demoAreas, this.#number[side], lead));
    });
    each(pledge, (side, ago) => this.act(`${side}.principal`, ago, 'sign-pledge', { agreed: true }));
    if (file !== undefined) this.act('inspector1', file, 'file-pledge', { note: '双方签署齐全，准予备案。' });
    if (needs !== undefined) this.act('assisted', needs, 'file-needs', needsForm(this.#number.assisted));
    if (plan !== undefined) this.submitPlan(plan, dueOf);
    if (agree !== undefined) this.act('pilot', agree, 'agree-plan', { note: '同意，按计划推进。' });
    return this;
  }

  submitPlan(ago: number, dueOf: (code: string) => Day = () => this.days.ahead(40)): this {
    return this.act('assisted', ago, 'submit-plan', planForm(this.#number, dueOf));
  }

  /** Reports on an item by the hospital that owns it. */
  report(ago: number, id: string, status: 'doing' | 'done'): this {
    const { side, under, done } = workOf(id);
    return this.act(side, ago, 'report-item', {
      itemId: id,
      status,
      report: status === 'done' ? done : under,
    });
  }

  /** Weekly reports from the agreement on, up to `until` working days ago, but for the weeks that are left out. */
  weekly({
    agree,
    until = 1,
    leaveOut = () => false,
  }: {
    agree: number;
    until?: number;
    leaveOut?: (week: Day) => boolean;
  }): this {
    const last = this.days.ago(until);
    let turn = 0;
    for (let week = firstReportedWeek(this.days.ago(agree)); ; week = addDays(week, 7)) {
      const on = this.days.reportDay(week);
      if (on > last) return this;
      if (!leaveOut(week)) this.lines.push(this.#weeklyLine(week, on, turn));
      turn += 1;
    }
  }

  #weeklyLine(week: Day, on: Day, turn: number): Line {
    const form = weeklyForm(week, turn, this.#number.assisted);
    return {
      in: this.#key,
      at: this.days.afternoon(on, this.#number.assisted),
      by: `${this.#pair.assisted}.liaison`,
      action: 'weekly-report',
      form,
    };
  }
}
