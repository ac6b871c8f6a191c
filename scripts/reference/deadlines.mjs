import { kindCodes, kindOf, shippedDeadlines } from '#domain/kinds/index';
import { rungPapers } from '#domain/ladder';
import { defaultLadder, officeHours } from '#domain/ladder-rows';
import { roles } from '#domain/role';
import { marks } from '#domain/rule';
import { code, heading, table } from './markdown.mjs';

const units = { WD: '个工作日', CD: '日', MO: '个月', H: '小时' };
const weekdays = ['', '一', '二', '三', '四', '五', '六', '日'];

const length = ({ unit, count, fixedWeekday, time, endOf }) => {
  if (fixedWeekday) return `每周${weekdays[fixedWeekday]}${time ? ` ${time}` : ''}`;
  const from = endOf === 'quarter' ? '季度末起 ' : endOf === 'month' ? '月末起 ' : '';
  return `${from}${count}${units[unit]}${time ? ` ${time}` : ''}`;
};
const period = ({ from, to }) => (to ? `${from} 至 ${to} 前` : `${from} 起`);
const whom = (who) => (who === 'holder' ? '承办人' : roles[who]);
const offset = ({ offsetWorkingDays: days, everyWorkingDays: every }) =>
  `${days === 0 ? '到期当日' : days < 0 ? `到期前 ${-days} 个工作日` : `逾期 ${days} 个工作日`}${every ? `，其后每 ${every} 个` : ''}`;

/** Steps that a row limits. */
const limited = (rule) =>
  kindCodes.flatMap((kind) =>
    Object.entries(kindOf(kind).steps)
      .filter(([, step]) => step.rule === rule)
      .map(([step]) => code(step)),
  );

export function deadlinesPage() {
  const rows = shippedDeadlines.map((row) => [
    code(row.code),
    row.label,
    length(row),
    row.roll ? '是' : '否',
    limited(row.code).join(' '),
    marks[row.mark],
    row.ground,
    period(row),
  ]);
  const rungs = defaultLadder.map((rung) => [
    code(rung.code),
    rung.label,
    offset(rung),
    whom(rung.whom),
    rungPapers[rung.paper],
    rung.approvedBy ? roles[rung.approvedBy] : '',
    marks[rung.mark],
  ]);
  const hours = officeHours.map((row) => `${row.opens}–${row.closes}（${period(row)}）`).join('；');
  return `${heading}# 期限 · Deadlines

Every row that the code ships (\`shippedDeadlines\` in \`libs/domain/kinds/index.ts\`). The day of the event is not
counted; a legal expiry takes effect at 00:00 Asia/Shanghai of the day after the due day. 顺延: a due day on a day off
moves to the next working day. 属性 says how far the number may be relied on: ${Object.entries(marks)
    .map(([mark, label]) => `${label} (\`${mark}\`)`)
    .join(', ')}. Steps that are not named here have no limit or fall due on a day that people agreed on.

${table(['code', '期限', '时长', '顺延', '步骤 steps', '属性', '依据', '生效'], rows)}

## 催办与升级 · The ladder

Rungs of every deadline (\`defaultLadder\` in \`libs/domain/ladder-rows.ts\`). They fire in office hours of a working day:
${hours}. Each sends a message. A paper that somebody must approve is put before him as a proposal; one that
nobody need approve goes out with its rung.

${table(['code', '档', '何时', '对象', '对应文书', '文书审批', '属性'], rungs)}
`;
}
