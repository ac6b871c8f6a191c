import { logKindLabels } from '../../api/labels.ts';

/** What of the log is shown; it lives in the address. */
export interface LogFilter {
  kind?: keyof typeof logKindLabels;
  personId?: string;
  q?: string;
  from?: string;
  to?: string;
}

const isKind = (value: string | null): value is keyof typeof logKindLabels =>
  value !== null && value in logKindLabels;

export function readLogFilter(address: URLSearchParams): LogFilter {
  const kind = address.get('kind');
  const texts = (['personId', 'q', 'from', 'to'] as const).flatMap((name) => {
    const value = address.get(name);
    return value ? [[name, value]] : [];
  });
  return { ...(isKind(kind) ? { kind } : {}), ...(Object.fromEntries(texts) as Partial<LogFilter>) };
}

export const writeLogFilter = (filter: LogFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => Boolean(value)) as [string, string][]);
