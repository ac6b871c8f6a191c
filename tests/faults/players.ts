import type { ActReceipt, CaseView } from '#contracts/case';
import { newId } from '#db/id';
import { demoPassword } from '#db/seed/demo-logins';
import { addDays, type Day } from '#domain/day';
import { coreAreas, itemLabel } from '#domain/kinds/pairing/areas';
import { planOf } from '#tests/harness/pairs';
import { signIn, type Person } from '#tests/harness/browser';
import { Gate } from './gate.ts';

type Step = [action: string, role: 'liaison' | 'principal' | 'inspector', side: number, form: unknown];

/** How an act is sent: once, again when it was answered, or twice at the same time, as an impatient person does. */
const habits = ['once', 'again', 'twice'] as const;

export interface Answer {
  caseId: string;
  actId: string;
  seq: number;
}

/** From the confirmation of a pair to work on its plan, as both hospitals and the bureau would play it. */
function stepsOf(today: Day): Step[] {
  const contacts = coreAreas.map((area) => ({ area, name: '联系人', post: '主任', phone: '010-12345678' }));
  const items = planOf(addDays(today, 60)).map((item) => ({
    ...item,
    item: itemLabel(item.code),
    person: '责任人',
    measure: '按计划推进。',
  }));
  const needs = {
    needs: '门诊退费流程需要重新梳理。',
    problems: '窗口排队时间偏长。',
    baseline: [{ item: '门诊人次（上月）', value: 12_000, unit: '人次' }],
  };
  const both = (action: string, role: Step[1], form: unknown): Step[] =>
    [0, 1].map((side) => [action, role, side, form]);
  return [
    ...both('confirm', 'liaison', {}),
    ...both('file-group', 'liaison', { lead: '院长', contacts }),
    ...both('sign-pledge', 'principal', { agreed: true }),
    ['file-pledge', 'inspector', 0, {}],
    ['file-needs', 'liaison', 1, needs],
    ['submit-plan', 'liaison', 1, { items }],
    ['agree-plan', 'liaison', 0, {}],
    ['report-item', 'liaison', 1, { itemId: '1', status: 'doing', report: '正在演练。' }],
    ['report-item', 'liaison', 1, { itemId: '1', status: 'done', report: '已演练两次。' }],
  ];
}

/** Everybody who acts on the pairs, all pairs at once. What was answered is kept: it must stand. */
export class Players {
  readonly answers: Answer[] = [];
  readonly #gate = new Gate();
  readonly #people = new Map<string, Promise<Person>>();
  readonly #steps: Step[];
  #underWay = 0;
  #sent = 0;

  constructor(
    private readonly address: string,
    private readonly logins: Map<string, string>,
    today: Day,
  ) {
    this.#steps = stepsOf(today);
  }

  get actsPerPair(): number {
    return this.#steps.length;
  }

  /** Nobody waits for an answer. */
  get idle(): boolean {
    return this.#underWay === 0;
  }

  let(acts: number): void {
    this.#gate.let(acts);
  }

  async play(caseId: string): Promise<void> {
    const { parties } = await (await this.person('inspector1')).get<CaseView>(`/api/cases/${caseId}`);
    for (const [action, role, side, form] of this.#steps) {
      // The pilot is party 0, the assisted hospital party 1.
      const hospital = this.logins.get(parties[side]?.orgId ?? '') ?? '';
      await this.actWhenLet(
        role === 'inspector' ? 'inspector1' : `${hospital}.${role}`,
        caseId,
        action,
        form,
      );
    }
  }

  async actWhenLet(login: string, caseId: string, action: string, form: unknown): Promise<void> {
    await this.whenLet(async () => {
      this.answers.push(await this.act(await this.person(login), caseId, action, form));
    });
  }

  /** Somebody waits for its end. */
  async whenLet<T>(work: () => Promise<T>): Promise<T> {
    await this.#gate.pass();
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
    }
  }

  async act(by: Person, caseId: string, action: string, form: unknown): Promise<Answer> {
    const sent = { actId: newId(), action, form };
    this.#sent += 1;
    const habit = habits[this.#sent % habits.length];
    const send = async () => {
      const { status, body } = await by.post<ActReceipt>(`/api/cases/${caseId}/acts`, sent);
      if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`);
      return body.seq;
    };
    const seqs = await Promise.all(habit === 'twice' ? [send(), send()] : [send()]);
    if (habit === 'again') seqs.push(await send());
    const [seq = 0] = seqs;
    if (seqs.some((other) => other !== seq))
      throw new Error(`${action}: one act was answered as ${seqs.join(' and ')}`);
    return { caseId, actId: sent.actId, seq };
  }

  person(login: string): Promise<Person> {
    const known = this.#people.get(login);
    if (known) return known;
    const signing = signIn(this.address, login, demoPassword);
    this.#people.set(login, signing);
    return signing;
  }
}
