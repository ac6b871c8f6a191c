import type { StartConfig } from '#config/config';
import type { Running } from './running.ts';

export async function announce(
  config: StartConfig,
  running: Running,
  ui: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  say('');
  say(`督行：${running.address}`);
  if (config.demo) for (const line of await demoLines()) say(line);
  if (ui) say(`Temporal 界面：${ui}（仅限本机）`);
  say(`数据目录：${config.dataDir}；按 Ctrl-C 停止。`);
  say(`ready ${running.address}`);
}

/** Shown only where the demo seed may be loaded: production refuses it. */
async function demoLines(): Promise<string[]> {
  const { demoLogins, demoPassword } = await import('#db/seed/demo-logins');
  return [
    `演示账号（口令均为 ${demoPassword}）：`,
    ...demoLogins.map(({ login, name, roleLabel }) => `  ${login.padEnd(14)} ${roleLabel}（${name}）`),
  ];
}
