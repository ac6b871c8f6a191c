import { z } from 'zod';
import { capitalAmount, yuanText } from '../../../money.ts';
import { group, list, words } from '../../../notice-type.ts';
import { clause, clauseWords } from './party.ts';

/** One kind of penalty (行政处罚法第9条); a fine says its amount in fen. */
const penalty = group('处罚', {
  text: words('处罚内容'),
  fine: z.int('罚款金额应为整数（分）。').positive('罚款金额应大于零。').optional(),
});

/** What a notice before the decision and the decision say alike: facts, evidence, law, penalty. */
export const penaltyFields = {
  facts: words('违法事实'),
  evidence: list('证据', words('证据')).min(1, '缺少证据。'),
  broken: list('违反的条款', clause).min(1, '缺少违反的条款。'),
  basis: list('处罚依据', clause).min(1, '缺少处罚依据。'),
  /** Grade of discretion with its reasons (裁量基准). */
  discretion: words('裁量理由'),
  penalties: list('处罚', penalty).min(1, '缺少处罚。'),
};

const penaltyWords = ({ text, fine }: z.infer<typeof penalty>): string =>
  fine === undefined ? text : `${text}${yuanText(fine)}（大写：${capitalAmount(fine)}）`;

type Found = z.infer<z.ZodObject<Pick<typeof penaltyFields, 'broken' | 'basis' | 'penalties'>>>;

/** The same three for a template: clauses and penalties in words. */
export const penaltyParts = ({ broken, basis, penalties }: Found) => ({
  broken: broken.map(clauseWords),
  basis: basis.map(clauseWords),
  penalties: penalties.map(penaltyWords),
});
