import type { Clock } from '#config/clock';
import type { LogKind } from '#contracts/log';
import { LogEntry } from '../entities/log-entry.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';

/** Who did it, as far as known. `Signed` of the API fits. */
export interface LogSource {
  personId?: string;
  /** The absent person whose post alone permitted it. */
  actingFor?: string;
  login?: string;
  ip?: string;
  requestId?: string;
}

export interface LogLine {
  kind: LogKind;
  detail: string;
  /** What it was done to: `person`, `org`, `case`, `POST /api/…`. */
  subject?: string;
  subjectId?: string;
  orgId?: string;
  data?: Record<string, unknown>;
}

/** Writes at once, in the transaction of `em` if it has one. */
export async function writeLog(em: EntityManager, clock: Clock, by: LogSource, line: LogLine): Promise<void> {
  const { personId, actingFor: forPersonId, login, ip, requestId } = by;
  const source = { personId, forPersonId, login, ip, requestId };
  await em.insert(LogEntry, { id: newId(), at: clock.now(), ...source, ...line });
}
