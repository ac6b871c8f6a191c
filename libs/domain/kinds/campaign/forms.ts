import { z } from 'zod';
import { choice, day, longText, optionalText, text } from '../../form.ts';
import { areaCodes, workAreas } from '../pairing/areas.ts';

const areas = z
  .array(z.enum(areaCodes))
  .min(1, '请至少选择一个工作领域。')
  .meta({
    title: '工作领域',
    widget: 'checkboxes',
    options: workAreas.map((area) => ({ value: area.code, label: area.label })),
  });

/** What an inspector fills in to launch a pairing campaign; the list of pairs is checked by a dry run beside it. */
export const launch = z.object({
  title: text('批次名称', { max: 100, example: '医药分开综合改革“手拉手”帮带' }),
  basis: text('依据文件', { max: 300, example: '京政发〔2017〕11号' }),
  purpose: longText('目的和意义', { max: 3000 }),
  launchOn: day('改革启动日'),
  from: day('结对开始日'),
  to: day('结对结束日'),
  areas,
  allowSeveralHelpers: z
    .boolean()
    .default(false)
    .meta({ title: '允许一家帮带医院同时有几家试点医院', widget: 'checkboxes' }),
  contact: text('联系人及电话', { max: 100 }),
});
export type LaunchForm = z.infer<typeof launch>;
export const sign = z.object({
  decision: choice('签发意见', { sign: '同意签发', return: '退回修改' }),
  note: optionalText('意见'),
});
export const revise = z.object({ note: optionalText('修改说明') });
export const withdraw = z.object({ reason: longText('撤回理由') });
export const close = z.object({ summary: longText('批次总结') });
