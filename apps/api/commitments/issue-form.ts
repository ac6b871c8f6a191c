import type { ActFormView } from '#contracts/case';
import { formSchema } from '#db/queries/cases/form-schema';
import type { Day } from '#domain/day';
import type { DeadlineRule } from '#domain/deadline';
import { lengthWords } from '#domain/explain';
import { ruleOn } from '#domain/rule';
import { openAction } from '#domain/procedure';

type Limit = (code: string) => string;
const consequences: Record<string, (limit: Limit) => string[]> = {
  commitment: (limit) => [
    `责任单位立即收到台账事项，应在${limit('commitment.sign-for')}内签收；签收后协办单位开始办理。`,
    '到期前提醒，逾期逐级上报；办理结果经审核后，由另一人销号。',
  ],
  dispatch: (limit) => [
    `请在${limit('dispatch.submit')}内写好文稿并报送；报送前可以随时修改、保存。`,
    '依次经处室审核、需要时法制审核、领导签发，签发时取得文号。',
  ],
  'on-site-check': (limit) => [
    '检查人员的工作台上立即出现这次核查，被查单位可以看到时间、地点和检查内容。',
    `核查当天逐项填写，一人提交、另一人确认后，被查单位在${limit('on-site-check.sign')}内签字。`,
  ],
};
const words: Record<string, { label: string; verb: string }> = {
  commitment: { label: '下达台账事项', verb: '下达' },
  dispatch: { label: '起草文书', verb: '开始起草' },
  'on-site-check': { label: '安排现场核查', verb: '安排核查' },
};

/** The form by which a person opens a case of this kind. */
export const openingFormView = (
  kind: string,
  { rules, today }: { rules: readonly DeadlineRule[]; today: Day },
  options: ActFormView['options'],
  initial: ActFormView['initial'],
): ActFormView => ({
  action: openAction,
  ...{ label: words[kind]?.label ?? '', verb: words[kind]?.verb ?? '' },
  consequences: consequences[kind]?.((code) => lengthWords(ruleOn(rules, code, today))) ?? [],
  ...{ seq: 0, onBehalfOf: null, actingFor: null, draft: null, draftBy: [] },
  schema: formSchema(kind, openAction) ?? {},
  ...{ options, initial },
});
