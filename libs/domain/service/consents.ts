import { z } from 'zod';
import type { CaseState } from '../case.ts';
import type { Day } from '../day.ts';
import { action, type Action, type Kind, type Who } from '../kind.ts';
import { refuse, type Office } from '../permission.ts';
import * as forms from './forms.ts';

/** Whether this party has agreed that papers of this sort reach it electronically, and has not revoked it. */
export function consents({ consents: of }: CaseState, recipient: string, code: string, day: Day): boolean {
  const given = of?.[recipient];
  return (
    given !== undefined && given.revokedOn === undefined && given.on <= day && given.papers.includes(code)
  );
}

const standing = (state: CaseState, { orgId = '' }: Who) => {
  const given = state.consents?.[orgId];
  return given?.revokedOn === undefined ? given : undefined;
};

/** 电子送达确认书: signed by the head of the party, and taken back by him (行政处罚法第61条第2款). */
export function consenting(kind: Kind<CaseState>): Record<string, Action<CaseState>> {
  const heads = (state: CaseState): Office[] =>
    kind.parties(state).map((orgId) => ({ orgId, role: 'principal' }));
  return {
    'consent-electronic': action({
      label: '同意电子送达',
      issues: true,
      verb: '签署确认书',
      by: heads,
      unless: (state: CaseState, who) =>
        standing(state, who)
          ? refuse('consented', '贵单位已签署电子送达确认书；要改动的，请先撤回。')
          : undefined,
      consequences: () => [
        '生成电子送达确认书，存入案卷。',
        '此后所选种类的文书到达贵单位收件箱的当日即视为送达，依文书计算的期限从次日起算。',
        '可以随时撤回；撤回前已经送达的不受影响。',
      ],
      form: forms.consent,
      fields: z.object({
        papers: z
          .array(z.string().regex(/^[a-z-]{1,60}$/))
          .min(1)
          .max(50),
      }),
      apply: (state: CaseState, { fields, who: { orgId = '' }, day }) => ({
        state: {
          ...state,
          consents: { ...state.consents, [orgId]: { papers: [...new Set(fields.papers)], on: day } },
        },
        effects: [{ type: 'issueNotice', code: 'electronic-service-consent', to: [orgId] }],
      }),
    }),
    'revoke-consent': action({
      label: '撤回电子送达确认',
      verb: '撤回',
      by: (state) => heads(state).filter((office) => 'orgId' in office && standing(state, office)),
      consequences: () => ['此后的文书不再以到达收件箱视为送达，改由贵单位签收或者派人送达。'],
      form: forms.revokeConsent,
      fields: z.object({}),
      apply: (state: CaseState, { who: { orgId = '' }, day }) => {
        const given = standing(state, { orgId });
        if (!given) return refuse('no-consent', '贵单位没有有效的电子送达确认书。');
        const consents = { ...state.consents, [orgId]: { ...given, revokedOn: day } };
        return { state: { ...state, consents }, effects: [] };
      },
    }),
  };
}
