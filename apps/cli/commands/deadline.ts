import type { Command } from 'commander';
import { wrongUsage } from '../in-chinese.ts';

interface Options {
  start?: string;
  length?: string;
  suspend?: string[];
  json: boolean;
}

const help = `
长度写作：
  5WD          5个工作日（周末、节假日不计，调休上班日计入）
  15CD         15日（自然日）
  6MO          6个月
  24H          24小时；--start 可以写到分钟：2026-09-18T10:30（北京时间）
  -7WD         之前满7个工作日：最迟哪一天通知（-10CD 同理）
  quarter-end  所在季度的最后一天

到期日为休息日的，顺延到下一个工作日；倒算的，提前到上一个工作日。
工作日历为产品自带的2020年至2026年；之后的年度尚未公布放假安排，算得的日期为暂定（provisional）。
本命令不连接数据库，不使用本单位另行发布的日历。`;

/** Needs neither database nor servers: the calendar is the one that is shipped. */
export function addDeadline(program: Command): void {
  program
    .command('deadline')
    .description('计算期限，并逐日说明是怎样算的；参数不成立时退出码为 2')
    .option('--start <day>', '起算日（当日不计入），如 2026-09-18')
    .option('--length <length>', '长度，如 5WD、15CD、6MO、24H、-7WD、quarter-end')
    .option('--suspend <days>', '中止期间，首尾两日都不计，如 2026-10-09..2026-10-20；可以重复', collect)
    .option('--json', '以 JSON 输出', false)
    .addHelpText('after', help)
    .action(run);
}

const collect = (text: string, before: string[] = []): string[] => [...before, text];

async function run({ start = '', length = '', suspend = [], json }: Options): Promise<void> {
  const [{ deadlineOf }, { seedCalendar }, { told }] = await Promise.all([
    import('#domain/deadline-of'),
    import('#db/seed/calendar'),
    import('./deadline-told.ts'),
  ]);
  const found = deadlineOf({ start, length, suspensions: suspend }, seedCalendar);
  if ('wrong' in found) {
    const { wrong } = found;
    process.stderr.write(`${json ? JSON.stringify({ ok: false, error: wrong }) : wrong}\n`);
    process.exitCode = wrongUsage;
    return;
  }
  process.stdout.write(json ? `${JSON.stringify(told(found.deadline).json)}\n` : told(found.deadline).text);
}
