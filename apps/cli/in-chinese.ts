import { Command } from 'commander';
import type { CommanderError } from 'commander';

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Wrong usage ends with 2, a failure with 1. */
export const wrongUsage = 2;

/** Commands made below this one inherit all of it. */
export function inChinese(program: Command): Command {
  return program
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '用法有误：')) })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .showHelpAfterError('用 --help 查看用法。')
    .exitOverride((error: CommanderError) => {
      process.exit(error.exitCode === 0 ? 0 : wrongUsage);
    });
}
