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

/** Shown only where the demo seed is loaded, which production refuses. */
async function demoLines(): Promise<string[]> {
  return [];
}
