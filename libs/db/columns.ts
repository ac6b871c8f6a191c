import { p, Type } from '@mikro-orm/core';
import type { Opt } from '@mikro-orm/core';
import type { Day, Instant } from '#domain/day';

/** PostgreSQL writes `2026-11-22 08:00:00.12+00`; sessions run in UTC (orm.ts), so another offset is a fault. */
export function instantFromDatabase(raw: string): Instant {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00(?::?00)?|Z)$/.exec(raw);
  if (!match) throw new Error(`not an instant in UTC: ${raw}`);
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

class InstantType extends Type<Instant | null, string | null> {
  override convertToJSValue(value: string | null): Instant | null {
    return value === null || value === undefined ? null : instantFromDatabase(value);
  }
  override compareAsType(): string {
    return 'string';
  }
  override get runtimeType(): string {
    return 'string';
  }
  override getColumnType(): string {
    return 'timestamptz(3)';
  }
}

class DayType extends Type<Day | null, string | null> {
  override compareAsType(): string {
    return 'string';
  }
  override get runtimeType(): string {
    return 'string';
  }
  override getColumnType(): string {
    return 'date';
  }
}

/** A moment: timestamptz in the database, ISO UTC with milliseconds in the code. */
export const instant = () => p.type(InstantType).$type<Instant>();
/** A calendar day in Asia/Shanghai: a date column, never a JavaScript Date. */
export const day = () => p.type(DayType).$type<Day>();
/** A typed document in a jsonb column. */
export const json = <T>() => p.json().$type<T>();
export const uuid = () => p.uuid();
export const text = () => p.text();
/** The column `name` once more, in the order of pinyin; PostgreSQL writes it. */
export const sortName = () =>
  text().$type<Opt<string>>().generated('(name) stored').collation('zh-Hans-x-icu');
