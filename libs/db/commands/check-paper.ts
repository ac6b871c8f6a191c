import type { Clock } from '#config/clock';
import type { PaperCheck, PaperCheckBody } from '#contracts/paper-check';
import { ProblemError } from '#contracts/problem';
import { readCheckCode } from '#domain/check-code';
import { shanghaiDay } from '#domain/day';
import { ties, type Tie } from '#domain/kinds/dispatch/state';
import { instantFromDatabase } from '../columns.ts';
import type { EntityManager } from '../orm.ts';
import { writeLog } from './write-log.ts';

/** Looks of one address within a window; a code has 26¹² forms, so that guessing finds nothing either way. */
const mostLooks = 30;
const windowMinutes = 10;

interface Asking extends PaperCheckBody {
  /** A digest of the address from which somebody asks. */
  address: string;
  requestId: string;
}

/** Is there such a paper, is this its file, does it still hold? Whatever is no code of ours is answered alike. */
export async function checkPaper(
  em: EntityManager,
  clock: Clock,
  { code, sha256, address, requestId }: Asking,
): Promise<PaperCheck> {
  const log = (detail: string, subjectId?: string) =>
    // Nobody's name, address or code: whoever checks a paper is not watched.
    writeLog(
      em,
      clock,
      { requestId },
      { kind: 'paper-checked', detail, ...(subjectId ? { subject: 'notice', subjectId } : {}) },
    );
  const looks = await countLook(em, clock, address);
  if (looks > mostLooks) {
    if (looks === mostLooks + 1) await log('同一网络地址查验过于频繁，已暂停');
    throw new ProblemError(429, 'too-many-checks', `查验太频繁，请${windowMinutes}分钟后再试。`);
  }
  const read = readCheckCode(code);
  const row = read === undefined ? undefined : await paperBy(em, read);
  await log(row ? '查到文书' : '没有查到文书', row?.id);
  if (!row) return { paper: null };
  return {
    paper: {
      number: row.number,
      issuedOn: shanghaiDay(instantFromDatabase(row.issued_at)),
      file: sha256 === undefined ? null : sha256 === row.pdf_sha256 ? 'same' : 'other',
      voidedOn: row.voided_at === null ? null : shanghaiDay(instantFromDatabase(row.voided_at)),
      replaced: row.replaced === null ? null : ties[row.replaced],
    },
  };
}

interface Row {
  id: string;
  number: string | null;
  issued_at: string;
  pdf_sha256: string;
  voided_at: string | null;
  replaced: Tie | null;
}

/** Nobody holds a paper, and its code, before its bytes exist. */
async function paperBy(em: EntityManager, code: string): Promise<Row | undefined> {
  const [row] = await em.execute<Row[]>(
    `select n.id, n.number, n.issued_at, n.pdf_sha256, n.voided_at,
            (select l.replaces_how from notice l where l.replaces_id = n.id and l.voided_at is null
              order by l.issued_at desc limit 1) replaced
       from notice n where n.check_code = ? and n.rendered_at is not null`,
    [code],
  );
  return row;
}

/** Counted before anything is looked up, so that a burst gets no more answers than slow asking. */
async function countLook(em: EntityManager, clock: Clock, address: string): Promise<number> {
  const now = clock.now();
  const [row] = await em.execute<{ looks: number }[]>(
    `insert into check_look as c (address, looks, since) values (?, 1, ?)
     on conflict (address) do update set
       looks = case when c.since < excluded.since - make_interval(mins => ?) then 1 else c.looks + 1 end,
       since = case when c.since < excluded.since - make_interval(mins => ?) then excluded.since else c.since end
     returning looks`,
    [address, now, windowMinutes, windowMinutes],
  );
  if (!row) throw new Error('the look was not counted');
  if (row.looks === 1)
    await em.execute(`delete from check_look where since < ?::timestamptz - interval '1 day'`, [now]);
  return row.looks;
}
