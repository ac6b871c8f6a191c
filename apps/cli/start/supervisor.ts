import { guardian } from './guardian.ts';
import { keepAlive } from './keep-alive.ts';
import type { Kept } from './keep-alive.ts';
import type { Part } from './part.ts';

export interface Supervisor {
  /** Resolves when the part is ready. */
  run(part: Part): Promise<Kept>;
  /** What is to be undone at the end, after the parts started later. */
  atEnd(step: () => Promise<void> | void): void;
  processes(): { pid: number; command: string; stopSignal: NodeJS.Signals }[];
  /** The last started is stopped first. */
  stop(): Promise<void>;
  readonly stopping: boolean;
  /** Breaks off what is under way when everything is to stop. */
  signal: AbortSignal;
}

export function supervisor(logs: () => string, say: (line: string) => void, changed: () => void): Supervisor {
  const kept: Kept[] = [];
  const steps: (() => Promise<void> | void)[] = [];
  const guard = guardian();
  const end = new AbortController();
  let stopped: Promise<void> | undefined;

  const processes = () =>
    kept.flatMap((one) => {
      const pid = one.pid();
      return pid ? [{ pid, command: one.part.recognisedBy, stopSignal: one.part.stopSignal }] : [];
    });

  function onChange(): void {
    guard.watch(processes());
    changed();
  }

  async function stopAll(): Promise<void> {
    end.abort();
    for (const step of steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        say(String(error));
      }
    }
    guard.watch([]);
  }

  return {
    async run(part) {
      if (stopped) throw new Error('the supervisor is stopping');
      const one = keepAlive(part, logs(), { changed: onChange, say });
      kept.push(one);
      steps.push(() => one.stop());
      await one.start();
      return one;
    },
    atEnd: (step) => void steps.push(step),
    processes,
    stop: () => (stopped ??= stopAll()),
    signal: end.signal,
    get stopping() {
      return stopped !== undefined;
    },
  };
}
