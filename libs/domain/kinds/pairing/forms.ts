import { z } from 'zod';
import { choice, day, files, longText, optionalText, text } from '../../form.ts';
import { arrange, checkers } from '../on-site-check/forms.ts';
import { areaCodes, itemCode, workAreas } from './areas.ts';
import { sides } from './state.ts';

const areaField = z.enum(areaCodes).meta({
  title: '工作领域',
  widget: 'select',
  options: workAreas.map((area) => ({ value: area.code, label: area.label })),
});
const note = optionalText('备注');
export const nothing = z.object({});

export const confirm = z.object({ note });
export const object = z.object({ reason: longText('不同意的理由'), files: files('有关材料') });
export const decideObjection = z.object({
  decision: choice('处理意见', { keep: '维持结对关系', end: '取消结对，另行安排' }),
  reason: longText('理由'),
});

const contact = z.object({
  area: areaField,
  name: text('联系人', { max: 30 }),
  post: text('职务', { max: 50 }),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+\- ]{5,20}$/, '电话号码应为5至20位数字。')
    .meta({ title: '电话', widget: 'text' }),
});
export const fileGroup = z.object({
  lead: text('牵头负责人', { max: 30 }),
  contacts: z
    .array(contact)
    .min(1, '请填写各工作领域的联系人。')
    .max(40)
    .meta({ title: '各领域联系人', widget: 'rows' }),
});

export const signPledge = z.object({
  agreed: z
    .literal(true, { error: '请确认已阅读责任书全文。' })
    .meta({ title: '我已阅读责任书全文，代表本院签署', widget: 'checkboxes' }),
});
export const filePledge = z.object({ note });

export const fileNeeds = z.object({
  needs: longText('主要需求', { example: '如：门诊退费流程需要重新梳理' }),
  problems: longText('存在的问题'),
  baseline: z
    .array(
      z.object({
        item: text('指标', { max: 60, example: '门诊人次（上月）' }),
        value: z.number({ error: '请填写数值。' }).meta({ title: '数值', widget: 'number' }),
        unit: text('单位', { max: 20 }),
      }),
    )
    .min(1, '请至少填写一项基线数据。')
    .max(60)
    .meta({ title: '基线数据', widget: 'rows' }),
  files: files('有关材料'),
});

const lacks = (value: string | undefined) => value === undefined || value.trim() === '';

/** One line of the plan: who does what by when; a named item that does not apply says so and no more. */
export const planItem = z
  .object({
    area: areaField,
    item: text('工作事项', { max: 100 }),
    side: choice('承担方', { ...sides, none: '不涉及' }),
    person: z.string().trim().max(30).optional().meta({ title: '责任人', widget: 'text' }),
    measure: z.string().trim().max(500).optional().meta({ title: '措施', widget: 'text' }),
    due: z
      .union([z.literal(''), day('完成时限')])
      .optional()
      .meta({ title: '完成时限', widget: 'day' }),
  })
  .superRefine((row, context) => {
    if (row.side === 'none') return;
    const missing = { person: '责任人', measure: '措施', due: '完成时限' } as const;
    for (const [field, label] of Object.entries(missing)) {
      const value = row[field as keyof typeof missing];
      if (lacks(value))
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `请填写${label}，或将承担方选为“不涉及”。`,
        });
    }
  })
  // By its words, as they stand in areas.ts: rows are also typed and pasted. Items of the hospitals' own have no code.
  .transform((row) => ({ ...row, code: itemCode(row.area, row.item) }));
export const submitPlan = z.object({
  items: z
    .array(planItem)
    .min(1, '请至少列出一项工作。')
    .max(120, '最多120项。')
    .meta({ title: '计划事项', widget: 'rows' }),
});
export const agreePlan = z.object({ note });
export const returnPlan = z.object({ reason: longText('退回意见') });

export const reportItem = z.object({
  itemId: z.string().meta({ title: '计划事项', widget: 'select' }),
  status: choice('进展', { doing: '进行中', done: '已完成', dropped: '不再需要' }),
  report: longText('进展情况'),
  files: files('佐证材料'),
});
export const returnItem = z.object({
  itemId: z.string().meta({ title: '计划事项', widget: 'select' }),
  due: day('重新办理时限'),
  reason: longText('退回理由'),
});
export const weeklyReport = z.object({
  week: day('报告周（周一）'),
  done: longText('本周工作'),
  next: longText('下周安排'),
  problems: optionalText('需要协调的问题'),
  files: files('有关材料'),
});
/** Whoever has to solve it reads these words in his commitment. */
export const raiseProblem = z.object({
  area: areaField,
  what: longText('问题', { max: 2000, example: '如：医保接口升级后，跨院结算高峰期偶发超时' }),
  measure: optionalText('希望如何解决'),
  solver: z.uuid({ error: '请选择由谁解决。' }).meta({
    title: '由谁解决',
    widget: 'select',
    description: '对方医院能办的选对方；需要政策或跨院协调的，选主管部门的处室。',
  }),
  files: files('有关材料'),
});
/** The check reads its purpose and place here. */
export const inspect = z.object({
  purpose: arrange.shape.purpose,
  visited: choice('被查医院', sides),
  place: arrange.shape.place,
  on: day('检查日期'),
  checkers,
  basis: arrange.shape.basis,
});
export const decideInspection = z
  .object({
    decision: choice('审批意见', { approve: '同意，印发通报', return: '退回重新检查' }),
    on: day('重新检查日期', { when: { field: 'decision', is: 'return' } }).optional(),
    note,
  })
  .superRefine((form, context) => {
    if (form.decision === 'return' && !form.on)
      context.addIssue({ code: 'custom', path: ['on'], message: '退回时请确定重新检查的日期。' });
  });
export const handIn = z.object({ text: longText('正文'), files: files('附件') });
export const close = z.object({ note });
export const archive = z.object({ volume: text('案卷号', { max: 50, example: '结对-2026-001' }), note });
export const proposeEnding = z.object({
  reason: choice('事由', { renewed: '期满续签', replaced: '更换结对医院', early: '提前终止' }),
  newPilotId: z.uuid().optional().meta({ title: '新的试点医院', widget: 'select' }),
  newTo: day('新的到期日').optional(),
  ground: longText('理由'),
  files: files('有关材料'),
});
export const decideEnding = z.object({
  decision: choice('审批意见', { approve: '同意', refuse: '不同意，继续履行' }),
  note,
});
