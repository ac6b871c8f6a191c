import { v5 } from 'uuid';
import { clockActId, effectActId, type ActMessage, type CommitInput } from '#contracts/act';
import { isOuter, type CaseState, type OuterEffect, type RuleBook } from '#domain/case';
import { plusMs, shanghaiDay, type Instant } from '#domain/day';
import { nextWake } from '#domain/elapse';
import type { Kind } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import { launch } from '#domain/kinds/campaign/forms';
import { isRefusal } from '#domain/permission';
import { clockAction, decide, entitled, openAction } from '#domain/procedure';
import { demoId } from '../demo.ts';
import { actorOf, orgId, orgKey } from './actors.ts';
import type { DemoCampaign, Launch, Line } from './line.ts';

/** One act as it has to be written: the filled form where a person acted, and the effects that are performed already. */
export interface Played {
  commit: CommitInput;
  form?: Record<string, unknown>;
  performed: number[];
}

/** A campaign whose list of pairs is kept; its rows are numbered from 1. */
export interface HeldCampaign extends DemoCampaign {
  caseId: string;
  listId: string;
}

type Fields = Record<string, string | number>;
/** What the worker still has to do when the demo starts. */
const rendered = ['issueNotice', 'deliverNotice'];

interface Live {
  key: string;
  caseId: string;
  kind: Kind<CaseState>;
  seq: number;
  at: Instant;
  state?: CaseState;
}

/**
 * Plays a story by the procedures themselves, as runners would have done at the time: between two acts the clock of
 * the case, after an act the cases it opens or tells. Papers stay to be rendered and delivered by the worker.
 */
export class Stage {
  readonly played: Played[] = [];
  readonly #live = new Map<string, Live>();
  readonly #books: Record<string, RuleBook>;
  readonly #campaigns = new Map<string, HeldCampaign>();

  constructor(books: Record<string, RuleBook>) {
    this.#books = books;
  }

  /** Lines in the order of time; a campaign is launched when its moment comes. */
  play(campaigns: readonly HeldCampaign[], lines: readonly Line[], launches: readonly Launch[] = []): void {
    const acts = [
      ...campaigns.map((campaign) => ({ at: campaign.at, run: () => this.#launch(campaign) })),
      ...launches.map((launched) => ({ at: launched.at, run: () => this.#openByHand(launched) })),
      ...lines.map((line) => ({ at: line.at, run: () => this.#act(line) })),
    ];
    for (const { run } of acts.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)))
      run();
  }

  #launch(campaign: HeldCampaign): void {
    const { caseId, listId, key, by, at, pairs } = campaign;
    const form = launch.parse(campaign.form);
    const { launchOn, from, to, areas } = form;
    const fields = { memberKind: 'pairing', launchOn, from, to, areas, listId, rows: pairs.length };
    this.#campaigns.set(caseId, campaign);
    const live = this.#enter(key, caseId, 'campaign');
    this.#write(
      live,
      { actId: demoId('act', `${caseId}/1`), action: openAction, actor: actorOf(by), fields, facts: {} },
      at,
      form,
    );
  }

  #openByHand({ in: key, at, by, kind, form, fields, facts = {} }: Launch): void {
    const caseId = demoId('case', key);
    const actor = actorOf(by);
    const opens = { actId: demoId('act', `${caseId}/1`), action: openAction, actor };
    const onBehalfOf = actor.posts[0]?.orgId;
    this.#write(this.#enter(key, caseId, kind), { ...opens, onBehalfOf, fields, facts }, at, form);
  }

  #act({ in: key, at, by, action: code, form: given, facts = {} }: Line): void {
    const live = this.#live.get(key);
    const action = live?.kind.actions[code];
    if (!live?.state || !action) throw new Error(`${key}: ${code} cannot be played`);
    this.#clockUntil(live, at);
    const form = action.form.parse(given) as Record<string, unknown>;
    const actor = actorOf(by);
    const who = entitled(live.kind, live.state, action, { actor, facts });
    if (isRefusal(who)) throw new Error(`${key}: ${code} at ${at}: ${who.reason}`);
    const fields = action.fields.parse(form);
    const actId = demoId('act', `${live.caseId}/${live.seq + 1}`);
    this.#write(live, { actId, action: code, actor, onBehalfOf: who.orgId, fields, facts }, at, form);
  }

  /** Checks that another case ordered, with when their results were handed in. */
  ordered(): { caseId: string; state: OnSiteCheckState; at: Instant }[] {
    return this.played.flatMap(({ commit: { caseId, event, state } }) =>
      event.action === 'hand-in' && 'source' in state
        ? [{ caseId, state: state as OnSiteCheckState, at: event.at }]
        : [],
    );
  }

  /** Lets the clocks of all cases run up to the present. */
  finish(now: Instant): Played[] {
    for (const live of this.#live.values()) this.#clockUntil(live, now);
    return this.played;
  }

  #enter(key: string, caseId: string, code: string): Live {
    const live: Live = { key, caseId, kind: kindOf(code), seq: 0, at: '' };
    this.#live.set(this.#live.has(key) ? `${key}+` : key, live);
    return live;
  }

  #bookOf({ kind }: Live): RuleBook {
    const book = this.#books[kind.code];
    if (!book) throw new Error(`no rule book for ${kind.code}`);
    return book;
  }

  #clockUntil(live: Live, until: Instant): void {
    for (;;) {
      const wake = live.state && nextWake(live.kind, live.state, this.#bookOf(live), live.at);
      if (wake === undefined || wake > until) return;
      const at = wake > live.at ? wake : live.at;
      const before = JSON.stringify(live.state);
      const actId = clockActId(live.caseId, live.seq + 1);
      this.#write(live, { actId, action: clockAction, actor: 'system', fields: {}, facts: {} }, at);
      if (JSON.stringify(live.state) === before) throw new Error(`${live.caseId}: ${wake} stays due`);
    }
  }

  #write(live: Live, message: ActMessage, at: Instant, form?: Record<string, unknown>): void {
    const event = { ...message, at, day: shanghaiDay(at) };
    const decision = decide(live.kind, live.state, event, this.#bookOf(live));
    if (isRefusal(decision))
      throw new Error(`${live.caseId}: ${message.action} at ${at}: ${decision.reason}`);
    const { state, effects } = decision;
    Object.assign(live, { state, at, seq: live.seq + 1 });
    const { seq } = live;
    const outer = effects.flatMap((effect, index) => (isOuter(effect) ? [{ effect, index }] : []));
    const performed = outer.flatMap(({ effect, index }) => (rendered.includes(effect.type) ? [] : [index]));
    const commit = { caseId: live.caseId, kind: live.kind.code, seq, event, state, effects };
    this.played.push({ commit, performed, ...(form ? { form } : {}) });
    for (const { effect, index } of outer) this.#perform(live, seq, index, effect);
  }

  /** As activities/cases.ts does, with the same ids: the worker would find it done. */
  #perform({ key: from, caseId, at }: Live, seq: number, index: number, effect: OuterEffect): void {
    const told = effectActId(caseId, seq, index);
    const tell = (key: string, action: string, fields: unknown, numbers = {}) => {
      const live = this.#live.get(key);
      if (!live) return;
      this.#clockUntil(live, plusMs(at, 900));
      this.#write(
        live,
        { actId: told, action, actor: 'system', fields, facts: { numbers } },
        plusMs(at, 900),
      );
    };
    if (effect.type === 'openCase') {
      const fields: Fields = { ...effect.fields, sourceCase: caseId, sourceSeq: seq };
      const key =
        effect.kind === 'pairing' ? orgKey(String(fields.assistedId)) : `${from}/${fields.sourceItem}`;
      this.#open(this.#enter(key, v5(`${seq}:${index}`, caseId), effect.kind), fields, plusMs(at, 400));
    }
    if (effect.type === 'openCases') {
      const campaign = this.#campaigns.get(caseId);
      const { from, to, launchOn, areas } = launch.parse(campaign?.form);
      const pairs = campaign?.pairs ?? [];
      for (const [row, { pilot, assisted }] of pairs.entries()) {
        const term = { from, to, launchOn, areas: areas.join(','), campaignId: caseId };
        const fields = { pilotId: orgId(pilot), assistedId: orgId(assisted), ...term };
        const live = this.#enter(assisted, v5(String(row + 1), caseId), 'pairing');
        this.#open(live, fields, plusMs(at, 300 + 30 * row));
      }
      tell(campaign?.key ?? '', 'members-opened', { opened: pairs.length });
    }
    if (effect.type === 'tellCase') {
      const members = [...this.#live.values()].filter(
        ({ state }) => state?.campaignId === effect.caseId && !state.closedAt,
      );
      const key = [...this.#live].find(([, live]) => live.caseId === effect.caseId)?.[0] ?? '';
      const fields = { ...effect.fields, sourceCase: caseId, sourceSeq: seq };
      tell(key, effect.action, fields, { openMembers: members.length });
    }
  }

  #open(live: Live, fields: Fields, at: Instant): void {
    this.#write(
      live,
      { actId: `${live.caseId}:open`, action: openAction, actor: 'system', fields, facts: {} },
      at,
    );
  }
}
