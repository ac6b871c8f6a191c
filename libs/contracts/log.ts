import { z } from 'zod';
import { dayText, pageOf, pageQuery } from './page.ts';

/** What the log keeps. Codes are for ever. */
export const logKinds = {
  'logged-in': '登录',
  'log-in-failed': '登录失败',
  'locked-out': '账号锁定',
  'logged-out': '退出登录',
  'password-changed': '修改密码',
  refused: '越权拒绝',
  'org-changed': '机构变更',
  'person-changed': '人员变更',
  'account-changed': '账号变更',
  'post-changed': '权限变更',
  'absence-changed': '请假与代理',
  'workload-moved': '工作移交',
  'relation-changed': '回避申报',
  'protected-viewed': '查看受保护信息',
  exported: '导出',
  'record-changed': '记录变更',
  'channel-changed': '邮件与推送',
  rehearsed: '预演',
  'calendar-changed': '工作日历变更',
  'rules-changed': '规则变更',
  'wording-changed': '文书措辞变更',
  'declared-read': '声明已阅',
  'paper-checked': '文书查验',
} as const;
export type LogKind = keyof typeof logKinds;
const logKindCodes = Object.keys(logKinds) as [LogKind, ...LogKind[]];
const logKind = z.enum(logKindCodes);

export const logView = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    kind: logKind,
    kindLabel: z.string(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    login: z.string().nullable(),
    orgId: z.uuid().nullable(),
    orgName: z.string().nullable(),
    ip: z.string().nullable(),
    requestId: z.string().nullable(),
    subject: z.string().nullable(),
    subjectId: z.string().nullable(),
    detail: z.string(),
  })
  .meta({ id: 'LogEntry' });
export type LogView = z.infer<typeof logView>;

export const logPage = pageOf(logView).meta({ id: 'LogPage' });

/** What of the log is shown or exported. */
export const logFilter = z.object({
  kind: logKind.optional(),
  personId: z.uuid().optional(),
  orgId: z.uuid().optional(),
  /** Words of the line, the login, the address or the request's number. */
  q: z.string().trim().max(100).optional(),
  from: dayText.optional(),
  /** The last day shown. */
  to: dayText.optional(),
});
export type LogFilter = z.infer<typeof logFilter>;

export const logQuery = logFilter.extend(pageQuery.shape);
export type LogQuery = z.infer<typeof logQuery>;
