import { randomUUID } from 'node:crypto';
import { readFacts } from '#api/acts/read-facts';
import { writeAct } from '#db/commands/commit-act';
import { keepSubmission } from '#db/commands/keep-submission';
import type { MikroORM } from '#db/orm';
import { ruleBookFor } from '#db/queries/rule-book';
import { storedCase } from '#db/queries/stored-case';
import { demoId } from '#db/seed/demo';
import { demoOrgs } from '#db/seed/demo-orgs';
import { demoPeople } from '#db/seed/demo-people';
import type { Actor, Post } from '#domain/actor';
import type { CaseEvent } from '#domain/case';
import { at } from '#domain/day';
import type { Day } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { isRefusal } from '#domain/permission';
import { decide, entitled, openAction } from '#domain/procedure';

/** `'system'`, the login of a person of the demo seed, or `deputy for absent`, whose absence the test has entered. */
export type Player = string;
export type PlayedAct = [day: Day, player: Player, action: string, form?: Record<string, unknown>];

export function demoActor(player: string): Actor {
  const [login = '', absent] = player.split(' for ');
  const acting = absent
    ? postsOf(absent).map((post) => ({ ...post, actingFor: demoId('person', absent) }))
    : [];
  return { personId: demoId('person', login), posts: [...postsOf(login), ...acting] };
}

function postsOf(login: string): Post[] {
  const person = demoPeople.find((one) => one.login === login);
  if (!person) throw new Error(login);
  return person.posts.map(({ org, role }) => ({
    orgId: demoId('org', org),
    orgKind: demoOrgs.find(({ key }) => key === org)?.kind ?? 'hospital',
    role,
  }));
}

/** Plays acts on a case as the runner does, without a runner: the same decision, the same commit. */
export async function playCase(
  orm: MikroORM,
  kind: string,
  caseId: string,
  acts: readonly PlayedAct[],
): Promise<void> {
  for (const act of acts) await playAct(orm, kind, caseId, act);
}

async function playAct(orm: MikroORM, kindCode: string, caseId: string, act: PlayedAct): Promise<void> {
  const [day, player, action, form = {}] = act;
  const em = orm.em.fork();
  const kind = kindOf(kindCode);
  const stored = await storedCase(em, caseId);
  const actor = player === 'system' ? 'system' : demoActor(player);
  const row = kind.actions[action];
  const who = stored && row ? entitled(kind, stored.state, row, { actor, facts: {} }) : undefined;
  const onBehalfOf = who && !isRefusal(who) ? who.orgId : undefined;
  const moment = { now: () => at(day, '10:00'), today: () => day };
  const facts =
    stored && actor !== 'system'
      ? await readFacts({ em, clock: moment, caseId, state: stored.state }, action, form)
      : {};
  // The system's come as they are told; a person's are taken from his form.
  const fields = action === openAction || actor === 'system' ? form : row?.fields.parse(form);
  const event: CaseEvent = {
    actId: randomUUID(),
    action,
    actor,
    onBehalfOf,
    ...(who && !isRefusal(who) && who.actingFor ? { actingFor: who.actingFor } : {}),
    at: at(day, '10:00'),
    day,
    fields,
    facts,
  };
  if (actor !== 'system') {
    await keepSubmission(em, { ...event, caseId, form, personId: actor.personId });
  }
  const decided = decide(kind, stored?.state, event, await ruleBookFor(em, kindCode, day, stored?.state));
  if (isRefusal(decided)) throw new Error(`${action}: ${decided.reason}`);
  const { state, effects } = decided;
  const seq = (stored?.seq ?? 0) + 1;
  const input = { caseId, kind: kindCode, seq, event, state, effects };
  const outcome = await orm.em.fork().transactional((tx) => writeAct(tx, input));
  if (outcome.status !== 'committed') throw new Error(`${action}: ${outcome.status}`);
}
