import { z } from 'zod';
import type { CaseState } from '../case.ts';
import { hinders } from '../entitled.ts';
import { action, personsOf, type Action, type Kind, type Who } from '../kind.ts';
import { refuse, type Office, type Refusal } from '../permission.ts';
import { roleCodes } from '../role.ts';
import { addSigner, pendingSigners, returnTo, type Signing } from '../signing.ts';
import { stepKey } from '../settle.ts';
import * as forms from './forms.ts';

type State = CaseState;
const key = z.string().regex(/^[\w./:-]{1,80}$/);
const under = (state: State) =>
  Object.entries(state.signings ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
const places = (state: State): Office[] =>
  under(state).flatMap(([, signing]) => pendingSigners(signing).flatMap(({ offices }) => offices));
const mine = (signing: Signing, who: Who) => hinders(signing, pendingSigners(signing), who);

/** Nobody whose turn it is not, and nobody who asked himself. */
function turn(state: State, who: Who): Refusal | undefined {
  const hindered = under(state).map(([, signing]) => mine(signing, who));
  if (hindered.length === 0) return refuse('nothing', '目前没有等待签署的审批。');
  return hindered.includes(undefined) ? undefined : hindered[0];
}

function signingOf(state: State, code: string, who: Who): Signing | Refusal {
  const signing = state.signings?.[stepKey(code)];
  if (!signing) return refuse('unknown-signing', '该审批不存在，或已完成。', 'signing');
  return mine(signing, who) ?? signing;
}

const withSigning = (state: State, code: string, signing: Signing): State => ({
  ...state,
  signings: { ...state.signings, [stepKey(code)]: signing },
});

/** 加签、征求意见、退回前一审批人: what a signer may do beside signing. */
export const signers: Record<string, Action<State>> = {
  'add-signer': action({
    label: '加签',
    verb: '加签',
    by: places,
    unless: turn,
    consequences: () => ['加签人签署后才继续；加在您之前的，签署后再回到您。'],
    form: forms.addSigner,
    fields: z.object({ signing: key, personId: z.uuid(), where: z.enum(['before', 'after']) }),
    apply: (state: State, { fields, who, facts }) => {
      const signing = signingOf(state, fields.signing, who);
      if ('refused' in signing) return signing;
      const person = facts.persons?.find(({ personId }) => personId === fields.personId);
      const post = person?.posts.find(
        ({ orgKind, actingFor }) =>
          actingFor === undefined && (orgKind === 'bureau' || orgKind === 'section'),
      );
      if (!person || !post) return refuse('person', '加签人应为主管部门人员。', 'personId');
      const named = { personId: person.personId };
      if (signing.askedBy.includes(person.personId))
        return refuse('person', '提出申请的人不能加签。', 'personId');
      if (
        signing.stages.some(({ signers: all }) =>
          all.some((one) => one.personId === person.personId || one.by?.includes(person.personId)),
        )
      )
        return refuse('person', '该人员已在审批人之列。', 'personId');
      const offices: Office[] = [{ orgId: post.orgId, role: post.role }];
      return {
        state: withSigning(state, fields.signing, addSigner(signing, { ...named, offices }, fields.where)),
        effects: [],
      };
    },
  }),
  consult: action({
    label: '征求意见',
    verb: '征求意见',
    by: places,
    unless: turn,
    consequences: () => ['对方的意见记入办理过程，不算表决；您仍可随时签署。'],
    form: forms.consult,
    fields: z.object({ signing: key, personId: z.uuid() }),
    apply: (state: State, { fields, who, facts }) => {
      const signing = signingOf(state, fields.signing, who);
      if ('refused' in signing) return signing;
      const person = facts.persons?.find(({ personId }) => personId === fields.personId);
      const post = person?.posts.find(({ actingFor }) => actingFor === undefined);
      if (!person || !post) return refuse('person', '请选择征求谁的意见。', 'personId');
      if (personsOf(who).includes(person.personId))
        return refuse('person', '不能征求本人的意见。', 'personId');
      const id = (state.lastRequest ?? 0) + 1;
      const office: Office = { orgId: post.orgId, role: post.role };
      const consult = {
        about: stepKey(fields.signing),
        personId: person.personId,
        office,
        askedBy: who.personId ?? '',
      };
      return {
        state: { ...state, lastRequest: id, consults: { ...state.consults, [id]: consult } },
        effects: [],
      };
    },
  }),
  advise: action({
    label: '答复征求的意见',
    verb: '答复',
    by: (state: State) => Object.values(state.consults ?? {}).map(({ office }) => office),
    unless: (state: State, who) =>
      Object.values(state.consults ?? {}).some(({ personId }) => personsOf(who).includes(personId))
        ? undefined
        : refuse('not-asked', '目前没有征求您的意见。'),
    form: forms.advise,
    fields: z.object({ consult: z.string().regex(/^\d{1,6}$/) }),
    apply: (state: State, { fields, who }) => {
      const { [fields.consult]: asked, ...consults } = state.consults ?? {};
      if (!asked || !personsOf(who).includes(asked.personId))
        return refuse('not-asked', '没有就此征求您的意见，或已答复。', 'consult');
      return { state: { ...state, consults }, effects: [] };
    },
  }),
  'return-signing': action({
    label: '退回前一审批人',
    verb: '退回',
    by: places,
    unless: (state: State, who) =>
      turn(state, who) ??
      (under(state).some(([, { at }]) => at > 0)
        ? undefined
        : refuse('first', '这是第一个审批环节；不同意的，请直接作出审批。')),
    consequences: () => ['从所选环节起重新签署，此前在这些环节的签署作废，办理过程中仍可查。'],
    form: forms.returnSigning,
    fields: z.object({ signing: key, stage: z.string().regex(/^\d{1,3}$/) }),
    apply: (state: State, { fields, who }) => {
      const signing = signingOf(state, fields.signing, who);
      if ('refused' in signing) return signing;
      const stage = Number(fields.stage);
      if (stage >= signing.at) return refuse('stage', '只能退回到已经签署过的环节。', 'stage');
      return { state: withSigning(state, fields.signing, returnTo(signing, stage)), effects: [] };
    },
  }),
};

/** Of the organisation in which it was handed in, whatever the proposer's role. */
const proposers = (state: State): Office[] =>
  under(state).flatMap(([, { askedIn }]) =>
    askedIn === undefined ? [] : roleCodes.map((role): Office => ({ orgId: askedIn, role })),
  );
const untouched = ({ stages }: Signing) =>
  stages.every(({ signers: all }) => all.every(({ vote }) => vote === undefined));

/** 撤回: while nobody has signed, by whoever handed it in. */
export const withdrawal = <S extends CaseState>({ withdrawn = {} }: Kind<S>): Action<State> =>
  action({
    label: '撤回申请',
    verb: '撤回',
    by: proposers,
    unless: (state: State, who) => {
      const own = under(state).filter(([, { askedBy }]) =>
        askedBy.some((person) => personsOf(who).includes(person)),
      );
      if (own.length === 0) return refuse('not-yours', '目前没有您提出、等待审批的申请。');
      return own.some(([code, signing]) => untouched(signing) && takesBack(withdrawn, code))
        ? undefined
        : refuse('signed', '已有人签署，不能撤回；可请审批人退回。');
    },
    consequences: () => ['申请撤回，视同没有提出；办理过程中仍可查。'],
    form: forms.withdraw,
    fields: z.object({ signing: key }),
    apply: (state: State, { fields: { signing: code }, who }) => {
      const signing = state.signings?.[stepKey(code)];
      if (!signing?.askedBy.some((person) => personsOf(who).includes(person)))
        return refuse('not-yours', '该申请不是您提出的。', 'signing');
      if (!untouched(signing)) return refuse('signed', '已有人签署，不能撤回。', 'signing');
      const [step = '', round = ''] = stepKey(code).split('/');
      const own = withdrawn[step];
      if (own) return { state: own(state as S, round), effects: [] };
      const { [round]: _taken, ...requests } = state.requests ?? {};
      return { state: { ...state, requests }, effects: [] };
    },
  });

const requested = ['decide-extension', 'decide-suspension', 'decide-recusal'];
const takesBack = (withdrawn: object, code: string): boolean =>
  [...requested, ...Object.keys(withdrawn)].includes(code.split('/')[0] ?? '');
