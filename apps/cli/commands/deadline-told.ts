import { fullDay, shanghaiTime } from '#domain/day';
import type { Deadline } from '#domain/deadline';
import type { Step } from '#domain/derivation';
import { explain } from '#domain/explain';

const kinds: Record<Step['kind'], string> = {
  start: '起算日，不计入',
  counted: '计入',
  makeup: '调休上班，计入',
  weekend: '周末，不计',
  holiday: '放假，不计',
  suspended: '中止，不计',
  months: '按月计算',
  hours: '按小时计算',
  'period-end': '期末',
  weekly: '每周固定日',
  extended: '届满后延长',
  notice: '最迟通知',
  rolled: '移至工作日',
};

/** What the command prints, for people and for machines. */
export function told(deadline: Deadline): { text: string; json: object } {
  const { start, startAt, due, dueAt, originalDue, provisional, calendarVersion, steps } = deadline;
  const sentence = explain(deadline);
  const lines = steps.map(
    ({ kind, from, to, name }) =>
      `  ${[from, to].filter(Boolean).join(' 至 ')}  ${[kinds[kind], name].filter(Boolean).join('：')}`,
  );
  const time = dueAt ? ` ${shanghaiTime(dueAt)}` : '';
  const head = `${fullDay(due)}${dueAt?.endsWith('T16:00:00.000Z') ? ' 24:00' : time}${provisional ? '（暂定）' : ''}`;
  return {
    text: [head, sentence, ...lines, ''].join('\n'),
    json: {
      due,
      ...(dueAt ? { dueAt } : {}),
      provisional,
      derivation: steps,
      start: startAt ?? start,
      originalDue,
      calendarVersion,
      sentence,
    },
  };
}
