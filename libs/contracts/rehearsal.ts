import { z } from 'zod';
import { dayText, id } from './page.ts';

const whole = (title: string, unit: string, least: number, most: number) => {
  const error = `${title}应为${least}至${most}的整数（${unit}）。`;
  return z.number({ error }).int(error).min(least, error).max(most, error);
};

const answering = z
  .object({
    latePercent: whole('拖延的比例', '%', 0, 100),
    neverPercent: whole('一直不答的比例', '%', 0, 100),
    earlyWorkingDays: whole('按时的提前天数', '工作日', 0, 30),
    lateWorkingDays: whole('拖延的天数', '工作日', 1, 60),
  })
  .refine(({ latePercent, neverPercent }) => latePercent + neverPercent <= 100, {
    error: '拖延和一直不答的比例合计不能超过100%。',
    path: ['neverPercent'],
  });

/** What is rehearsed, and how people are assumed to answer. */
export const rehearsalBody = z
  .object({
    /** A checked list before its launch, or a campaign that waits for its signature. */
    listId: z.uuid({ error: '名单编号无效。' }).optional(),
    campaignId: z.uuid({ error: '批次编号无效。' }).optional(),
    /** If it is signed on this day; today unless said. */
    signOn: dayText.optional(),
    hospitals: answering,
    bureau: answering,
    /** Hospitals that never answer, whatever the others do. */
    silentOrgs: z.array(z.uuid()).max(100, '一直不答的医院最多选100家。').default([]),
    negativePercent: whole('异议和退回的比例', '%', 0, 50),
    seed: whole('第几次抽签', '次', 1, 1_000_000),
  })
  .refine(({ listId, campaignId }) => (listId === undefined) !== (campaignId === undefined), {
    error: '请说明预演哪份名单或者哪个批次，只说一个。',
    path: ['listId'],
  })
  .meta({ id: 'RehearsalBody' });
export type RehearsalBody = z.infer<typeof rehearsalBody>;

const count = z.number().int();
const dayCounts = z.object({
  opened: count,
  due: count,
  done: count,
  late: count,
  closed: count,
  reminders: count,
  escalations: count,
  papers: count,
  messages: count,
});

const office = z.object({
  /** null: the role anywhere in the bureau. */
  orgId: id.nullable(),
  role: z.string(),
  /** 北京友谊医院 医院联络员 */
  office: z.string(),
  side: z.enum(['hospital', 'bureau']),
});

export const rehearsalView = z
  .object({
    title: z.string(),
    /** The list or the case it was asked for. */
    signOn: z.string(),
    termEnd: z.string(),
    end: z.string(),
    members: count,
    finished: count,
    acts: count,
    rings: count,
    total: dayCounts,
    days: z.array(z.object({ day: z.string(), counts: dayCounts })),
    /** Days of the calendar that differ from the plain week. */
    calendar: z.array(z.object({ day: z.string(), kind: z.enum(['holiday', 'makeup']), name: z.string() })),
    publishedThrough: z.string(),
    busiest: z.array(
      z.object({
        day: z.string(),
        counts: dayCounts,
        duties: z.array(
          z.object({
            stepLabel: z.string(),
            roleLabel: z.string(),
            side: z.enum(['hospital', 'bureau']),
            times: count,
            /** In so many organisations; the one with the most of it. */
            orgs: count,
            most: z.object({ orgName: z.string(), times: count }).nullable(),
          }),
        ),
      }),
    ),
    offices: z.array(
      office.extend({
        holders: z.array(z.string()),
        total: dayCounts,
        mostOpen: count,
        mostDue: count,
        mostDueOn: z.string().nullable(),
        /** A place in `days`, then the counts in the order of `total`. */
        days: z.array(z.array(count)),
      }),
    ),
    holidays: z.array(
      z.object({
        sort: z.enum(['on', 'rolled', 'across']),
        stepLabel: z.string(),
        name: z.string(),
        due: z.string(),
        instead: z.string().nullable(),
        times: count,
      }),
    ),
    provisional: z.array(z.object({ stepLabel: z.string(), times: count, firstDue: z.string() })),
    unmanned: z.array(
      office.extend({
        stepLabel: z.string(),
        times: count,
        /** Somebody else may do it in their place. */
        others: z.boolean(),
        /** Who holds the post but can't log in. */
        withoutAccount: z.array(z.string()),
      }),
    ),
    unfinished: z.array(
      z.object({
        title: z.string(),
        stageLabel: z.string(),
        why: z.enum(['nobody', 'never', 'refused', 'running']),
        waits: z.array(z.string()),
      }),
    ),
    stages: z.array(
      z.object({
        label: z.string(),
        passes: count,
        workingDays: count,
        worst: count,
        worstTitle: z.string(),
      }),
    ),
    papers: z.array(z.object({ label: z.string(), times: count })),
    /** Steps for which the rehearsal has no answer: taken as never answered. */
    unanswered: z.array(z.object({ stepLabel: z.string(), times: count })),
    refusals: z.array(z.object({ stepLabel: z.string(), reason: z.string(), times: count })),
  })
  .meta({ id: 'RehearsalView' });
export type RehearsalView = z.infer<typeof rehearsalView>;
