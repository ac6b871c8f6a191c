import { z } from 'zod';
import type { CaseState } from '../case.ts';
import { action, type Action, type Kind } from '../kind.ts';
import { refuse, type Office } from '../permission.ts';
import { rowAfter } from './chain.ts';
import * as forms from './forms.ts';
import { officeOf, prove, told } from './prove.ts';
import { pieceForm, pieceOf, underWay, withRecipient } from './state.ts';
import { waitsFor } from './ways.ts';

/** The recipient's own answer in the system: his signature proves service, a refusal calls for the next way. */
export const answering = (kind: Kind<CaseState>): Action<CaseState> =>
  action({
    label: '签收文书',
    issues: true,
    verb: '提交答复',
    by: (state: CaseState) =>
      underWay(state).flatMap(({ recipient, one }): Office[] => {
        const office = officeOf(kind, state, recipient, one);
        return office ? [office, { orgId: recipient, role: 'principal' }] : [];
      }),
    consequences: () => [
      '请先在本案“文书”中阅看。',
      '签收的，今天即为送达日期，依文书计算的期限从次日起算。',
      '拒绝签收的，主管部门将改用其他方式送达；拒绝签收不影响文书的效力。',
    ],
    form: forms.signFor,
    fields: z.object({ piece: z.string().regex(pieceForm), answer: z.enum(['confirm', 'refuse']) }),
    apply: (state: CaseState, { fields, who, day }, { chain }) => {
      const piece = pieceOf(fields.piece);
      const found = underWay(state).find(
        ({ service, recipient }) => service === piece.service && recipient === piece.recipient,
      );
      if (!found || piece.recipient !== who.orgId)
        return refuse('no-service', '这份文书不待贵单位签收，或已经送达。', 'piece');
      const { one, paper } = found;
      const about = { ...piece, code: paper.code };
      if (fields.answer === 'confirm')
        return prove(kind, { state, effects: [] }, { ...about, way: 'electronic', on: day });
      if (one.tried.some(({ what }) => what === 'declined'))
        return refuse('declined', '贵单位已经拒绝签收；改为签收的，请选择“签收”。', 'answer');
      const next = rowAfter('declined', day, chain)?.next ?? one.next;
      // What is in the post, entrusted or published goes on; the refusal is kept.
      const awaited = waitsFor(one.tried.at(-1)?.what) !== undefined;
      const declined = { what: 'declined' as const, on: day };
      const tried = awaited ? [declined, ...one.tried] : [...one.tried, declined];
      const answered = { ...one, tried, ...(awaited ? {} : { next }) };
      return {
        state: withRecipient(state, piece, answered),
        effects: [told(undefined, 'paper-refused', about, { next: answered.next })],
      };
    },
  });
