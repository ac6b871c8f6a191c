/** One process that the supervisor keeps alive. */
export interface Part {
  /** Names its log, `logs/NAME.log`. */
  name: string;
  command: string[];
  /** A piece of its command line that no other program has. */
  recognisedBy: string;
  environment?: NodeJS.ProcessEnv;
  /** Called before each start; what it returns is added to the environment. */
  prepare?(): Record<string, string>;
  /** Its last words when something that is about to end is still in its way: the start is tried again. */
  inTheWay?: RegExp;
  identity?: { uid?: number; gid?: number };
  stopSignal: NodeJS.Signals;
  /** `announced`: the process itself said so (`process.send('ready')`). */
  ready(pid: number, announced: boolean): Promise<boolean>;
  readyWithinMs: number;
  /** A Node process of ours: ends by itself when the supervisor is gone. */
  endsWithParent?: boolean;
  /** What of its log is shown on the terminal too; a line that is not of its logger is always. */
  shown?: 'all' | 'warnings';
}
