import { z } from 'zod';
import { clockFrom, systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { ConfigError } from './config-error.ts';
import type { SealFiles } from './seal-files.ts';
import { variables } from './variables.ts';

export interface StartConfig {
  environment: 'development' | 'test' | 'production';
  host: string;
  port: number;
  dataDir: string;
  webDir: string;
  cacheDir: string;
  /** Undefined: the supervisor brings up its own server. */
  databaseUrl: string | undefined;
  temporalAddress: string | undefined;
  temporalNamespace: string;
  taskQueue: string;
  temporalUi: boolean;
  workerCount: number;
  sessionHours: number;
  maxUploadBytes: number;
  logLevel: 'error' | 'warn' | 'log' | 'debug';
  /** Load the demo seed when the database is empty: never in production. */
  demo: boolean;
  clock: Clock;
  /** Seals what the database keeps; undefined: the key of `DATA_DIR/secret.key`. */
  secretKey: string | undefined;
  /** The certificate by which papers are sealed; undefined: they say 未用印. */
  seal: SealFiles | undefined;
  /** Undefined: nothing goes out by mail. */
  mail: { smtpUrl: string; from: string } | undefined;
  /** Under which people reach the pages: for links in mails. */
  publicUrl: string;
  /** Of the page on which anybody checks a paper, printed on it; undefined while no PUBLIC_URL is given. */
  checkAddress: string | undefined;
}

export interface Config extends StartConfig {
  databaseUrl: string;
  temporalAddress: string;
}

type Environment = Record<string, string | undefined>;

/** For what can run before the servers do: the supervisor and some commands. */
export function loadStartConfig(environment: Environment = process.env): StartConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new ConfigError(explain(parsed.error, given));
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  if (production && values.CLOCK !== 'system') {
    throw new ConfigError('生产环境 CLOCK 只能为 system。 / CLOCK must be system in production.');
  }
  if (production && values.DEMO === 'on') {
    throw new ConfigError('生产环境不得载入演示数据（DEMO=on）。 / DEMO=on is refused in production.');
  }
  if (values.SMTP_URL && !values.MAIL_FROM) {
    throw new ConfigError('设置了 SMTP_URL 时须同时设置 MAIL_FROM。 / SMTP_URL needs MAIL_FROM.');
  }
  const { SEAL_PFX: pfx, SEAL_PASSWORD: password, SEAL_PASSWORD_FILE: passwordFile } = values;
  if (pfx && (password === undefined) === (passwordFile === undefined)) {
    throw new ConfigError(
      '设置了 SEAL_PFX 时，须设置 SEAL_PASSWORD 或者 SEAL_PASSWORD_FILE 其中一个。 / SEAL_PFX needs either of them.',
    );
  }
  return {
    environment: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    webDir: values.WEB_DIR,
    cacheDir: values.DUXING_CACHE,
    databaseUrl: values.DATABASE_URL,
    temporalAddress: values.TEMPORAL_ADDRESS,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
    taskQueue: values.TEMPORAL_TASK_QUEUE,
    temporalUi: values.TEMPORAL_UI ? values.TEMPORAL_UI === 'on' : !production,
    workerCount: values.WORKER_COUNT,
    sessionHours: values.SESSION_HOURS,
    maxUploadBytes: values.MAX_UPLOAD_MB * 1024 * 1024,
    logLevel: values.LOG_LEVEL,
    demo: values.DEMO ? values.DEMO === 'on' : !production,
    clock: values.CLOCK === 'system' ? systemClock : clockFrom(values.CLOCK),
    secretKey: values.SECRET_KEY,
    seal: pfx ? { pfx, password, passwordFile } : undefined,
    mail:
      values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : undefined,
    checkAddress: values.PUBLIC_URL && `${values.PUBLIC_URL.replace(/\/+$/u, '')}/check`,
    publicUrl: values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`,
  };
}

/** For the API, the worker and every command that needs both servers. */
export function loadConfig(environment: Environment = process.env): Config {
  const config = loadStartConfig(environment);
  const { databaseUrl, temporalAddress } = config;
  if (!databaseUrl || !temporalAddress) {
    const missing = databaseUrl ? 'TEMPORAL_ADDRESS' : 'DATABASE_URL';
    throw new ConfigError(
      `未设置 ${missing}：请用 npm start 启动，或设置该变量。 / ${missing} is not set: run npm start or set it.`,
    );
  }
  return { ...config, databaseUrl, temporalAddress };
}

/** The environment that a child process inherits. */
export function childEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

/** These values carry a password: they are never echoed. */
const secret: readonly string[] = ['DATABASE_URL', 'SMTP_URL', 'SECRET_KEY', 'SEAL_PASSWORD'];

function explain(error: z.ZodError, given: Environment): string {
  const lines = error.issues.map((issue) => {
    const variable = String(issue.path[0]);
    const value = secret.includes(variable) ? '' : `（现为 ${given[variable] ?? '空'}）`;
    return `环境变量 ${variable}${value}不正确：${issue.message}`;
  });
  return lines.join('\n');
}
