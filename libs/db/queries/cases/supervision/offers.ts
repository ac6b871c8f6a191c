import type { CaseState, OpenTodo } from '#domain/case';
import { hinders } from '#domain/entitled';
import { personsOf } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import { roles } from '#domain/role';
import { pendingSigners, type Signing } from '#domain/signing';
import { groundsFor } from '#domain/supervision/rules';
import { decides } from '#domain/supervision/escalating';
import { isHis, isWork } from '#domain/supervision/working';
import type { EntityManager } from '../../../orm.ts';
import { personNames } from '../names.ts';
import type { Asking, Offer, Offers } from '../offers.ts';
import { rulesInForce } from '../../rule-book.ts';
import { bureauPeople, colleagues } from './people-options.ts';
import { requestOptions } from './request-options.ts';
import { todoOptions, type Option } from './todo-options.ts';

/** The only choice is made already. */
const chosen = (options: Record<string, Option[]>, several: readonly string[] = []): Offer => ({
  options,
  initial: Object.fromEntries(
    Object.entries(options).flatMap(([field, list]) =>
      list.length === 1 && field !== 'personId'
        ? [[field, several.includes(field) ? [list[0]?.value] : list[0]?.value]]
        : [],
    ),
  ),
});

/** A hospital's own, the bureau's all. */
const own = ({ who, sight }: Asking, todo: OpenTodo) =>
  sight === 'all' || ('orgId' in todo.office && todo.office.orgId === who.orgId);
const stands = ({ deadline }: OpenTodo) => deadline?.suspensions.some(({ to }) => to === undefined) ?? false;
const timed = (state: CaseState, key: string, todo: OpenTodo) =>
  isWork(state, key, todo) && todo.deadline !== undefined;

const withPeople =
  (fits: (asking: Asking, key: string, todo: OpenTodo) => boolean): Offers[string] =>
  async (em, asking) =>
    chosen({
      todo: await todoOptions(em, asking, (key, todo) => fits(asking, key, todo)),
      personId: await colleagues(em, asking),
    });

/** Approvals that fit, named by the step that waits for them. */
async function signings(
  em: EntityManager,
  asking: Asking,
  fits: (signing: Signing) => boolean,
): Promise<Option[]> {
  const { row } = asking;
  const found = Object.entries(row.state.signings ?? {}).filter(([, signing]) => fits(signing));
  const requests = await requestOptions(em, asking, () => true);
  return found.map(([value, { action }]) => {
    const label = kindOf(row.kind).actions[action]?.label ?? action;
    const about = requests.find((request) => value === `${action}/${request.value}`)?.label;
    return { value, label: about ? `${label}：${about}` : label };
  });
}
const turn =
  ({ who }: Asking) =>
  (signing: Signing) =>
    !hinders(signing, pendingSigners(signing), who);

/** What a case adds to the forms of supervision: its todos, its approvals, the people who may be named. */
export const supervisionOffers: Offers = {
  'request-extension': async (em, asking) =>
    chosen({
      todo: await todoOptions(
        em,
        asking,
        (key, todo) => timed(asking.row.state, key, todo) && own(asking, todo) && !stands(todo),
      ),
    }),
  'request-suspension': async (em, asking) => {
    const { state } = asking.row;
    const fits = (key: string, todo: OpenTodo) =>
      timed(state, key, todo) && own(asking, todo) && !stands(todo);
    const todos = Object.entries(state.todos).filter(([key, todo]) => fits(key, todo));
    const rows = (await rulesInForce(em)).ground;
    const grounds = new Map(
      todos.flatMap(([, { deadline }]) =>
        deadline ? groundsFor(rows, deadline, asking.today).map((row) => [row.code, row.label]) : [],
      ) as [string, string][],
    );
    return chosen(
      {
        todos: await todoOptions(em, asking, fits),
        ground: [...grounds].map(([value, label]) => ({ value, label })),
      },
      ['todos'],
    );
  },
  resume: async (em, asking) =>
    chosen({ todos: await todoOptions(em, asking, (_key, todo) => stands(todo) && own(asking, todo)) }, [
      'todos',
    ]),
  urge: async (em, asking) =>
    chosen(
      {
        todos: await todoOptions(
          em,
          asking,
          (key, todo) => isWork(asking.row.state, key, todo) && !stands(todo),
        ),
      },
      ['todos'],
    ),
  'decide-extension': async (em, asking) =>
    chosen({ request: await requestOptions(em, asking, ({ sort }) => sort === 'extension') }),
  'decide-suspension': async (em, asking) =>
    chosen({ request: await requestOptions(em, asking, ({ sort }) => sort === 'suspension') }),
  'decide-recusal': async (em, asking) =>
    chosen({ request: await requestOptions(em, asking, ({ sort }) => sort === 'recusal') }),
  'decide-escalation': async (em, asking) => {
    const { escalations = {} } = asking.row.state;
    const his = Object.entries(escalations).filter(([, one]) => decides(asking.actor, asking.who, one));
    const opened = his.filter(([id]) => asking.todo === `decide-escalation/${id}`);
    const names = await todoOptions(em, asking, () => true);
    const options = (opened.length > 0 ? opened : his).map(([value, { todo }]) => ({
      value,
      label: names.find((one) => one.value === todo)?.label ?? todo,
    }));
    const offer = chosen({ escalation: options, personId: await bureauPeople(em, asking) });
    const paper = options.length === 1 ? escalations[options[0]?.value ?? '']?.paper : undefined;
    const proposed = paper ? { decision: 'issue', paper } : {};
    return { ...offer, initial: { ...offer.initial, ...proposed, interviewWho: 'principal' } };
  },
  'hand-over': withPeople(({ who, actor }, _key, todo) => isHis(todo, who, actor)),
  delegate: withPeople(({ who, actor }, _key, todo) => isHis(todo, who, actor)),
  reassign: withPeople((asking, _key, todo) => own(asking, todo)),
  'give-back': async (em, asking) =>
    chosen({
      todo: await todoOptions(
        em,
        asking,
        (_key, { assigned }) =>
          assigned?.sort === 'delegate' && personsOf(asking.who).includes(assigned.personId),
      ),
    }),
  'add-signer': async (em, asking) =>
    chosen({ signing: await signings(em, asking, turn(asking)), personId: await bureauPeople(em, asking) }),
  consult: async (em, asking) =>
    chosen({ signing: await signings(em, asking, turn(asking)), personId: await bureauPeople(em, asking) }),
  advise: async (em, asking) => {
    const asked = Object.entries(asking.row.state.consults ?? {}).filter(([, { personId }]) =>
      personsOf(asking.who).includes(personId),
    );
    const nameOf = await personNames(
      em,
      asked.map(([, { askedBy }]) => askedBy),
    );
    return chosen({
      consult: asked.map(([value, { askedBy }]) => ({ value, label: `${nameOf(askedBy) ?? ''}征求的意见` })),
    });
  },
  'return-signing': async (em, asking) => {
    const mine = Object.values(asking.row.state.signings ?? {}).filter(turn(asking));
    const nameOf = await personNames(
      em,
      mine.flatMap(({ stages }) => stages.flatMap(({ signers }) => signers.flatMap(({ by }) => by ?? []))),
    );
    const stages = (mine[0]?.stages ?? []).slice(0, mine[0]?.at ?? 0).map(({ signers }, index) => ({
      value: String(index),
      label: `第${index + 1}环节：${signers
        .map(({ by, offices }) => nameOf(by?.[0]) ?? (offices[0] ? roles[offices[0].role] : ''))
        .join('、')}`,
    }));
    return chosen({ signing: await signings(em, asking, turn(asking)), stage: stages });
  },
  'withdraw-proposal': async (em, asking) => {
    const persons = personsOf(asking.who);
    return chosen({
      signing: await signings(em, asking, ({ askedBy }) =>
        askedBy.some((person) => persons.includes(person)),
      ),
    });
  },
  'request-recusal': async (em, asking) => chosen({ personId: await bureauPeople(em, asking) }),
};
