import type { WordingPeriod } from '#contracts/wording';
import type { Clock } from '#config/clock';
import type { Day } from '#domain/day';
import { layoutLabels } from '#domain/layout-labels';
import type { NoticeType } from '#domain/notice-type';
import { noticeTypes } from '#domain/notice-types';
import type { EntityManager } from '../../orm.ts';
import { personNames, type NameOf } from '../cases/names.ts';

interface Row {
  code: string;
  version: number;
  from_day: Day;
  shipped: boolean;
  reason: string;
  proposed_by_id: string;
  approved_by_id: string;
}

export const versionLabel = (version: number, shipped: boolean): string => {
  if (version === 0) return '自带措辞';
  return `第${version}版${shipped ? '（恢复自带的措辞）' : ''}`;
};

const beginning: WordingPeriod = {
  ...{ version: 0, label: versionLabel(0, true), from: null, to: null },
  ...{ reason: null, proposedBy: null, approvedBy: null },
};

export const paperHead = ({ code, label, layout }: NoticeType) => ({
  ...{ code, label, layout, layoutLabel: layoutLabels[layout] },
});

type Listed = ReturnType<typeof paperHead> & { now: WordingPeriod; coming: WordingPeriod[] };

/** Every paper with the wording of today and those to come. */
export async function wordingList(em: EntityManager, clock: Clock): Promise<{ items: Listed[] }> {
  const periodsOf = await allPeriods(em);
  const today = clock.today();
  return {
    items: noticeTypes.map((type) => {
      const periods = periodsOf(type.code);
      return {
        ...paperHead(type),
        now: periodOn(periods, today),
        coming: periods.filter(({ from }) => from !== null && from > today),
      };
    }),
  };
}

/** Half-open, one after the other; what a later version replaced before its first day is not among them. */
export const wordingPeriods = async (em: EntityManager, code: string): Promise<WordingPeriod[]> =>
  (await allPeriods(em, code))(code);

export const periodOn = (periods: readonly WordingPeriod[], day: Day): WordingPeriod =>
  periods.findLast(({ from }) => from === null || from <= day) ?? beginning;

async function allPeriods(em: EntityManager, code?: string): Promise<(code: string) => WordingPeriod[]> {
  const rows = await em.execute<Row[]>(
    `select distinct on (code, from_day) code, version, from_day::text, source is null as shipped, reason,
            proposed_by_id, approved_by_id
       from wording where coalesce(?, code) = code order by code, from_day, version desc`,
    [code ?? null],
  );
  const nameOf = await personNames(
    em,
    rows.flatMap((row) => [row.proposed_by_id, row.approved_by_id]),
  );
  return (wanted) => {
    const own = rows.filter((row) => row.code === wanted);
    const periods = own.map((row, index) => periodOf(row, own[index + 1]?.from_day ?? null, nameOf));
    return [{ ...beginning, to: periods[0]?.from ?? null }, ...periods];
  };
}

const periodOf = (row: Row, to: Day | null, nameOf: NameOf): WordingPeriod => ({
  ...{ version: row.version, label: versionLabel(row.version, row.shipped), from: row.from_day, to },
  ...{ reason: row.reason, proposedBy: nameOf(row.proposed_by_id), approvedBy: nameOf(row.approved_by_id) },
});
