import type { Supervisor } from './supervisor.ts';
import { signal } from './process-table.ts';

/** npm and the terminal may both pass on one Ctrl-C: only a later one means impatience. */
const sameKeyMs = 2_000;

export function stopOnSignals(parts: Supervisor, say: (line: string) => void): void {
  let firstAt: number | undefined;
  const onSignal = () => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > sameKeyMs) endAtOnce(parts);
      return;
    }
    firstAt = performance.now();
    say('正在停止…');
    void parts.stop().then(() => {
      say('已停止。');
      process.exit(0);
    });
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  // Whoever started it over a channel, such as a test, is gone: nobody else would stop it.
  process.once('disconnect', onSignal);
  process.channel?.unref();
  // A closed terminal must not break the orderly stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

function endAtOnce(parts: Supervisor): void {
  for (const { pid } of parts.processes()) signal(pid, 'SIGKILL');
  process.exit(1);
}
