import type { CalendarSource } from '#contracts/calendar';
import { invalid } from '#contracts/problem';
import type { GivenYear } from '#db/commands/drafts/calendar';
import type { EntityManager } from '#db/orm';
import type { Actor } from '#domain/actor';
import { readArrangement, yearIn } from '#domain/holidays/arrangement';
import { yearOfDays } from '#domain/holidays/day-table';
import type { FileStore } from '#files/store';
import { readDayTable } from '#files/tables/read-day-table';
import { uploadedTable } from '#api/files/uploaded-table';

const whichYear = () => invalid('year', '看不出是哪一年的安排，请选择年度。');

/** A year as somebody gave it: the arrangement's text, a table that he uploaded before, or the year as it stands. */
export async function givenYear(
  em: EntityManager,
  store: FileStore,
  actor: Actor,
  { year, text, fileId }: CalendarSource,
): Promise<GivenYear> {
  const pasted = text?.trim();
  if (pasted && fileId) throw invalid('fileId', '放假安排请粘贴或者上传，只选一种。');
  if (fileId) return givenTable(em, store, actor, { year, fileId });
  if (!pasted) {
    if (year === undefined) throw whichYear();
    return { year, source: '逐日录入' };
  }
  const of = year ?? yearIn(pasted);
  if (of === undefined) throw whichYear();
  const { days, ...reading } = readArrangement(pasted, of);
  if (Object.keys(days).length === 0)
    throw invalid('text', '没有读到放假日期。请粘贴通知的全文，其中应有“1月1日至3日放假”这样的句子。');
  return { year: of, days, source: '粘贴的文字', text: pasted, reading };
}

async function givenTable(
  em: EntityManager,
  store: FileStore,
  actor: Actor,
  { year, fileId }: { year: number | undefined; fileId: string },
): Promise<GivenYear> {
  const { source, table } = await uploadedTable(em, store, { actor, fileId }, readDayTable);
  const { days, problems } = table;
  const of = year ?? yearOfDays(Object.keys(days));
  if (of === undefined) throw invalid('fileId', problems[0] ?? '表头下面没有日期。');
  return { year: of, days, source, reading: { read: [], unread: [], skipped: [], problems } };
}
