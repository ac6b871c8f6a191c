import { z } from 'zod';
import { marks } from '../rule.ts';
import { extensionLevels } from '../supervision/rules.ts';

const text = (most: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `不能超过${most}个字。`)
    .refine((value) => !/\p{Cc}/u.test(value), '不能含有控制字符。');
const whole = (least: number, most: number) => {
  const says = `请填${least}到${most}之间的整数。`;
  return z.number({ error: says }).int(says).min(least, says).max(most, says);
};
const pick = <const T extends readonly [string, ...string[]]>(values: T, says: string) =>
  z.enum(values, { error: says });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填“09:00”这样的钟点。');
const code = z.string().regex(/^[a-z0-9.-]{1,80}$/, '没有这条规则，请从列表中选择。');
const markCodes = Object.keys(marks) as [keyof typeof marks];

/** What every new row says: which rule, from when, on what ground, and how far it may be relied on. */
const shared = {
  does: z.literal('append'),
  from: z.iso.date('请选择生效日期。'),
  ground: text(200, '请填写依据：哪份文件哪一条，或者由谁决定。'),
  mark: z.enum(markCodes, { error: '请选择依据的性质。' }),
};
/** The rule stops on that day and nothing follows it. */
const end = z.object({
  does: z.literal('end'),
  code,
  from: shared.from,
  ground: shared.ground,
});

const deciders = ['section-head', 'leader', 'chief-leader'] as const;
const rung = z.object({
  ...shared,
  /** Absent: a new rung. */
  code: code.optional(),
  ladder: pick(['default', 'reminders', 'stopped'], '请选择用于哪类事项。'),
  offsetWorkingDays: whole(-60, 250),
  everyWorkingDays: whole(1, 60).optional(),
  whom: pick(['holder', 'principal', ...deciders], '请选择提醒谁或者报给谁。'),
  paper: pick(['urge', 'supervise', 'interview', 'circular'], '请选择所附的文书。').optional(),
});
const deadline = z.object({
  ...shared,
  code,
  count: whole(-750, 1825),
  unit: pick(['WD', 'CD', 'MO', 'H'], '请选择工作日、日、月或小时。'),
  fixedWeekday: whole(1, 7).optional(),
  time: clock.optional(),
});
const extension = z.object({
  ...shared,
  code,
  times: whole(0, 10),
  mostWorkingDays: whole(1, 250),
  aheadWorkingDays: whole(0, 60),
  firstBy: pick(extensionLevels, '请选择第一次延期由谁批准。'),
  laterBy: pick(extensionLevels, '请选择再次延期由谁批准。'),
});
const ground = z.object({
  ...shared,
  code: code.optional(),
  label: text(40, '请填写事由。'),
  approvedBy: pick(['section-head', 'leader'], '请选择由谁批准。'),
  /** Codes of deadlines; absent: all but those of the law. */
  rules: z.array(code).min(1, '请选择适用的期限，或者不限。').max(50).optional(),
});
export const signerRoles = ['section-head', 'legal-reviewer', 'leader', 'chief-leader'] as const;
const route = z.object({
  ...shared,
  code,
  stages: z
    .array(
      z.object({
        signers: z
          .array(
            z
              .array(pick(signerRoles, '请选择签署的岗位。'))
              .min(1, '请选择可以签署的岗位。')
              .max(signerRoles.length),
          )
          .min(1, '每一步至少要有一人签署。')
          .max(9, '每一步最多9人签署。'),
        need: whole(1, 9).optional(),
      }),
    )
    .min(1, '审批至少要有一步。')
    .max(6, '审批最多6步。'),
});
const hours = z.object({ ...shared, opens: clock, closes: clock });

const numbering = z.object({
  ...shared,
  code,
  form: pick(['official', 'issue', 'file'], '请选择文号的写法。'),
  letters: z
    .string()
    .trim()
    .regex(/^[\p{Script=Han}A-Za-z]{1,20}$/u, '机关代字填1至20个汉字或者字母，不带括号和数字。')
    .optional(),
});

/** Papers reach an inbox first of all: no other way leads there. */
export const nextWays = ['direct', 'left', 'entrusted', 'transferred', 'post', 'public'] as const;
const way = z.object({ ...shared, code, next: pick(nextWays, '请选择下一步的送达方式。') });

const several = <T extends z.core.$ZodTypeDiscriminable>(row: T) =>
  z
    .array(z.discriminatedUnion('does', [row, end]))
    .min(1, '请至少填写一条。')
    .max(20, '一次最多报20条。');

/** A proposal: one or several rows of one table. */
export const givenRules = z.discriminatedUnion('table', [
  z.object({ table: z.literal('rung'), rows: several(rung) }),
  z.object({ table: z.literal('deadline'), rows: several(deadline) }),
  z.object({ table: z.literal('extension'), rows: several(extension) }),
  z.object({ table: z.literal('ground'), rows: several(ground) }),
  z.object({ table: z.literal('route'), rows: several(route) }),
  z.object({ table: z.literal('office-hours'), rows: several(hours) }),
  z.object({ table: z.literal('numbering'), rows: several(numbering) }),
  z.object({ table: z.literal('way'), rows: several(way) }),
]);
export type GivenRules = z.infer<typeof givenRules>;
export type GivenRow = GivenRules['rows'][number];
export interface GivenOf {
  rung: z.infer<typeof rung>;
  deadline: z.infer<typeof deadline>;
  extension: z.infer<typeof extension>;
  ground: z.infer<typeof ground>;
  route: z.infer<typeof route>;
  'office-hours': z.infer<typeof hours>;
  numbering: z.infer<typeof numbering>;
  way: z.infer<typeof way>;
}
