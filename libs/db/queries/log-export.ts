import type { LogFilter, LogView } from '#contracts/log';
import { ProblemError } from '#contracts/problem';
import { shanghaiDay, shanghaiTime } from '#domain/day';
import type { EntityManager } from '../orm.ts';
import { isLogLongerThan, log } from './log.ts';

export const logColumns = [
  { header: '时间', width: 20 },
  { header: '事项', width: 14 },
  { header: '人员', width: 14 },
  { header: '登录名', width: 18 },
  { header: '机构', width: 36 },
  { header: '内容', width: 60 },
  { header: '来源地址', width: 18 },
  { header: '对象', width: 24 },
  { header: '对象编号', width: 38 },
  { header: '请求编号', width: 38 },
];

/** Lines of one file: more than that nobody reads in a spreadsheet. */
export const mostLogLines = 50_000;
const pageSize = 200;

/** Shanghai is a whole number of hours from UTC: the seconds are the same. */
const timeText = (at: string): string => `${shanghaiDay(at)} ${shanghaiTime(at)}${at.slice(16, 19)}`;

const cells = (line: LogView): (string | null)[] => [
  ...[timeText(line.at), line.kindLabel, line.personName, line.login, line.orgName, line.detail],
  ...[line.ip, line.subject, line.subjectId, line.requestId],
];

export async function refuseLongExport(em: EntityManager, filter: LogFilter): Promise<void> {
  if (!(await isLogLongerThan(em, filter, mostLogLines))) return;
  const detail = `符合条件的日志超过${mostLogLines}行，没有导出。请缩小日期范围或者加上其他筛选条件，分几次导出。`;
  throw new ProblemError(422, 'too-many-lines', detail);
}

/** Exactly the lines that the log shows for this question, page after page, so that no export is held in memory. */
export async function* logRows(em: EntityManager, filter: LogFilter): AsyncGenerator<(string | null)[]> {
  for (let after: string | undefined; ;) {
    const page = await log(em.fork(), { ...filter, after, limit: pageSize });
    yield* page.items.map(cells);
    if (page.next === null) return;
    after = page.next;
  }
}
