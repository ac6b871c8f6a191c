import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** What would be right, said in the words of the person who reads it: Chinese, then English. */
const right = (zh: string, en: string) => ({ error: `${zh} / ${en}` });

const wholeNumber = (from: number, to: number) => {
  const words = right(`应为 ${from} 到 ${to} 的整数`, `a whole number from ${from} to ${to}`);
  return z
    .string()
    .regex(/^\d{1,9}$/, words)
    .transform(Number)
    .refine((value) => value >= from && value <= to, words);
};

const choice = <const T extends [string, ...string[]]>(...values: T) =>
  z.enum(values, right(`应为 ${values.join('、')} 之一`, `one of ${values.join(', ')}`));

const folder = (path: string) =>
  z
    .string()
    .min(1)
    .default(path)
    .transform((value) => resolve(value));

const databaseUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^\s]+$/,
    right('应形如 postgresql://用户:口令@主机:5432/库名', 'postgresql://user:password@host:5432/name'),
  );

const smtpUrl = z
  .string()
  .regex(
    /^smtps?:\/\/[^\s]+$/,
    right(
      '应形如 smtp://用户:口令@主机:587 或 smtps://…:465',
      'smtp://user:password@host:587 or smtps://…:465',
    ),
  );

const sender = z
  .string()
  .regex(
    /^([^<>"\r\n]{1,60} )?<?[^\s@<>]+@[^\s@<>]+>?$/,
    right('应形如 督行 <duxing@example.gov.cn>', 'Name <address@host>'),
  );

const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s/]+[^\s]*$/, right('应为 http 或 https 网址', 'an http or https address'));

const address = z
  .string()
  .regex(/^[^\s:]+:\d{1,5}$/, right('应形如 主机:端口，例如 127.0.0.1:7233', 'host:port'));

const secretKey = z
  .string()
  .regex(
    /^[0-9a-fA-F]{64}$/,
    right(
      '应为 64 个十六进制数字，例如 openssl rand -hex 32 的输出',
      '64 hexadecimal digits (openssl rand -hex 32)',
    ),
  );

const name = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,99}$/, right('应为字母、数字、点、横线', 'letters, digits, dots and dashes'));

const instant = z.iso.datetime();
// Not a union: of that zod tells the words of the one option which came nearest, in English.
const clock = z
  .string()
  .refine(
    (value) => value === 'system' || instant.safeParse(value).success,
    right('应为 system 或 ISO 时间，例如 2026-03-02T01:00:00Z', 'system or an ISO instant'),
  );

/** Every variable of the environment that the product reads, with its default. */
export const variables = z.object({
  NODE_ENV: choice('development', 'test', 'production').default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(1, 65_535).default(8080),
  DATA_DIR: folder('.data'),
  WEB_DIR: folder('dist/web'),
  DUXING_CACHE: folder(join(homedir(), '.cache', 'duxing')),
  DATABASE_URL: databaseUrl.optional(),
  TEMPORAL_ADDRESS: address.optional(),
  TEMPORAL_NAMESPACE: name.default('default'),
  TEMPORAL_TASK_QUEUE: name.default('duxing'),
  TEMPORAL_UI: choice('on', 'off').optional(),
  WORKER_COUNT: wholeNumber(1, 16).default(1),
  /** Of one uploaded file. */
  MAX_UPLOAD_MB: wholeNumber(1, 2000).default(100),
  SESSION_HOURS: wholeNumber(1, 720).default(12),
  LOG_LEVEL: choice('error', 'warn', 'log', 'debug').default('log'),
  DEMO: choice('on', 'off').optional(),
  SECRET_KEY: secretKey.optional(),
  SEAL_PFX: z
    .string()
    .transform((value) => resolve(value))
    .optional(),
  SEAL_PASSWORD: z.string().optional(),
  SEAL_PASSWORD_FILE: z
    .string()
    .transform((value) => resolve(value))
    .optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: sender.optional(),
  PUBLIC_URL: webAddress.optional(),
  CLOCK: clock.default('system'),
});
