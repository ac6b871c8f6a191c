import type { Command } from 'commander';
import { wrongUsage } from '../in-chinese.ts';

interface ListOptions {
  json: boolean;
}
interface RenderOptions {
  sample: boolean;
  data?: string;
  out?: string;
  json: boolean;
}

/** Needs neither database nor servers: templates, layouts and fonts alone. */
export function addNotice(program: Command): void {
  const notice = program.command('notice').description('文书：列出各种文书，按模板生成文书');
  notice
    .command('list')
    .description('列出各种文书的代码、名称和版式')
    .option('--json', '以 JSON 输出', false)
    .action(list);
  notice
    .command('render')
    .argument('<code>', '文书代码，见 notice list')
    .description('生成一份文书；按 --out 的后缀生成 PDF、SVG 或者供编辑的 Word 文档')
    .option('--sample', '用该文书自带的样例', false)
    .option('--data <file>', '用 JSON 文件中的内容')
    .option('--out <file>', '生成的文件，如 文书.pdf、文书.svg、文书.docx')
    .option('--json', '以 JSON 输出', false)
    .action(render);
}

async function list({ json }: ListOptions): Promise<void> {
  const { noticeTypes } = await import('#domain/notice-types');
  const rows = noticeTypes.map(({ code, label, layout }) => ({ code, name: label, layout }));
  const lines = rows.map(({ code, name, layout }) => `${code.padEnd(24)}${layout.padEnd(12)}${name}\n`);
  process.stdout.write(json ? `${JSON.stringify(rows)}\n` : lines.join(''));
}

async function render(code: string, { json, ...options }: RenderOptions): Promise<void> {
  const { renderNotice, WrongNotice } = await import('./notice-rendered.ts');
  try {
    const told = await renderNotice(code, options);
    process.stdout.write(json ? `${JSON.stringify(told)}\n` : `${told.file}（${told.pages}页）\n`);
  } catch (error) {
    if (!(error instanceof WrongNotice)) throw error;
    process.stderr.write(`${json ? JSON.stringify({ ok: false, error: error.message }) : error.message}\n`);
    process.exitCode = wrongUsage;
  }
}
