import { fork } from 'node:child_process';
import { TableError, tableLimits } from './table.ts';
import type { Sheet } from './table.ts';
import { checkUnpackedSize } from './unpacked-size.ts';

type Failure = 'rows' | 'columns' | 'sheets' | 'damaged' | 'heavy';
type Answer = { sheets: Sheet[] } | { failed: Failure };

const file = new URL('./xlsx-process.mjs', import.meta.url);
const onlyTheList = '请只保留名单，删去多余的工作表、行和列，另存为新的 .xlsx 后再上传。';
const failures: Record<Failure, [message: string, remedy: string]> = {
  rows: [`工作表超过 ${tableLimits.rows} 行，没有读取。`, onlyTheList],
  columns: [`工作表超过 ${tableLimits.columns} 列，没有读取。`, onlyTheList],
  sheets: [`工作表超过 ${tableLimits.sheets} 张，没有读取。`, onlyTheList],
  damaged: ['这个 Excel 文件已损坏，无法打开。', '请在 Excel 或 WPS 中打开后另存为 .xlsx，再上传。'],
  heavy: ['这个 Excel 文件过于复杂，在限定的时间和内存内没有读完。', onlyTheList],
};

/** One workbook at a time: the memory of one is limited, that of many would not be. */
let lastRead: Promise<Answer | undefined> = Promise.resolve(undefined);

/** Reads the visible sheets of an .xlsx file, in a process that ends whatever the file does. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const parts = checkUnpackedSize(bytes, tableLimits.unpackedBytes);
  if (!parts.includes('xl/workbook.xml'))
    throw new TableError(
      parts.includes('xl/workbook.bin') ? '这是 .xlsb 文件，暂不能读取。' : '这不是 Excel 工作簿。',
      '请在 Excel 或 WPS 中打开名单，另存为 .xlsx 后再上传。',
    );
  const answer = await next(bytes);
  if ('sheets' in answer) return answer.sheets;
  throw new TableError(...failures[answer.failed]);
}

function next(bytes: Buffer): Promise<Answer> {
  const answer = lastRead.then(() => inProcess(bytes));
  lastRead = answer;
  return answer;
}

function inProcess(bytes: Buffer): Promise<Answer> {
  const child = fork(file, {
    // Without execArgv the process would inherit the TypeScript loader, without env our secrets.
    execArgv: [`--max-old-space-size=${tableLimits.heapMb}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: tableLimits.timeMs,
    killSignal: 'SIGKILL',
  });
  return new Promise<Answer>((resolve) => {
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', () => resolve({ failed: 'damaged' }));
    // Killed for its time, or ended by itself for its memory.
    child.once('exit', () => resolve({ failed: 'heavy' }));
    child.send({ bytes, limits: tableLimits }, () => undefined);
  });
}
