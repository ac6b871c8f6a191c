import { spawn } from 'node:child_process';

/**
 * The servers cannot see the end of a killed supervisor; this shell does, by the end of its input, and stops them.
 * It is told the processes at each change and forgets them on an orderly stop.
 */
export function guardian(): { watch(processes: { pid: number; stopSignal: NodeJS.Signals }[]): void } {
  const script = `
    trap '' INT TERM HUP
    orders=
    while read -r line; do orders="$line"; done
    for order in $orders; do kill -"\${order%%:*}" "\${order##*:}" 2>/dev/null; done`;
  const shell = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  shell.stdin.on('error', () => undefined);
  shell.on('error', () => undefined);
  return {
    watch(processes) {
      const orders = processes.map(({ pid, stopSignal }) => `${stopSignal.replace('SIG', '')}:${pid}`);
      shell.stdin.write(`${orders.toReversed().join(' ')}\n`);
    },
  };
}
