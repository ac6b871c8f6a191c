import type { z } from 'zod';
import { officialFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';

export const feeBulletinData = group('季度费用监测通报', {
  number: words('发文字号').optional(),
  issuer: words('发文机关'),
  /** 2026年第三季度 */
  period: words('期间'),
  addressees: list('主送机关', words('主送机关')).min(1, '缺少主送机关。'),
  /** Each with its definition and where its figures come from. */
  indicators: list(
    '指标',
    group('一个指标', { name: words('指标名称'), definition: words('定义'), source: words('数据来源') }),
  ).min(1, '缺少指标。'),
  /** Already worded with unit: 元, %, 百分点, 不可比. */
  rows: list(
    '各医院数值',
    group('一行', {
      hospital: words('医院'),
      indicator: words('指标名称'),
      value: words('本期'),
      quarter: words('环比'),
      year: words('同比'),
      target: words('目标'),
    }),
  ),
  over: list('超过目标的单位', words('单位')),
  demands: words('工作要求'),
  /** The day as of which the figures stand. */
  dataDay: dayOf('数据截止日'),
  copies: list('抄送机关', words('抄送机关')),
  printedBy: words('印发机关'),
  date: dayOf('成文日期'),
});
export type FeeBulletin = z.infer<typeof feeBulletinData>;

/** 季度费用监测通报 with its table: every indicator with definition and source, changes, target, who is over it. */
export const feeBulletin = (data: FeeBulletin): NoticeContent => ({
  frame: officialFrame({ ...data, annexes: [`${data.period}费用监测指标`] }),
  fields: { ...data },
});
