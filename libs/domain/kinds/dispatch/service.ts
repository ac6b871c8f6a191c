import { z } from 'zod';
import type { Effect } from '../../case.ts';
import { action, type Action } from '../../kind.ts';
import * as forms from './forms.ts';
import type { DispatchState } from './state.ts';

type State = DispatchState;
type Service = NonNullable<State['service']>;
const ofEach = (service: Service | undefined) => (service && 'ended' in service ? service : undefined);

/** As it stands when the paper is sent. */
export const serviceOf = ({ each }: State): Service => (each ? { ended: 0 } : {});

/** Nothing is left to serve as soon as all have begun and all have ended; some end before the last one begins. */
function counted(state: State, more: { begun?: number; ended: number }): State {
  const { service: _, ...rest } = state;
  return more.begun !== undefined && more.ended >= more.begun ? rest : { ...state, service: more };
}

const news = (label: string) => ({ label, verb: '', stages: ['sent'], by: () => 'system' as const });

/** What the cases in which the papers are served say to this one. */
export const serviceActs: Record<string, Action<State>> = {
  'service-begun': action({
    ...news('开始送达'),
    form: forms.nothing,
    fields: z.object({ sourceCase: z.uuid() }),
    apply: (state: State, { fields }) => ({
      state: { ...state, service: { caseId: fields.sourceCase } },
      effects: [],
    }),
  }),
  'service-ended': action({
    ...news('全部送达'),
    form: forms.nothing,
    fields: forms.nothing,
    apply: ({ service: _, ...state }: State) => ({ state, effects: [] }),
  }),
  'members-opened': action({
    ...news('逐户开始送达'),
    form: forms.nothing,
    fields: z.object({ opened: z.number().int().min(0) }),
    apply: (state: State, { fields: { opened } }) => ({
      state: counted(state, { begun: opened, ended: ofEach(state.service)?.ended ?? 0 }),
      effects: [],
    }),
  }),
  'member-ended': action({
    ...news('一家已送达'),
    form: forms.nothing,
    fields: forms.nothing,
    apply: (state: State) => {
      const { service } = state;
      const each = ofEach(service);
      return { state: each ? counted(state, { ...each, ended: each.ended + 1 }) : state, effects: [] };
    },
  }),
};

/** A paper that is void is served no more; what is opened at this moment finds it void by itself. */
export const serviceDropped = ({ service }: State): Effect[] =>
  service ? [{ type: 'tellMembers', action: 'paper-voided' }] : [];
