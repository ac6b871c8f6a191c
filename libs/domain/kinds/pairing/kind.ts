import { z } from 'zod';
import type { RuleBook } from '../../case.ts';
import { addDays, at, type Instant } from '../../day.ts';
import { opening, type Kind, type Outcome } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import { areaCodes } from './areas.ts';
import { items } from './doing.ts';
import { ending, withdrawn } from './ending.ts';
import { expected } from './expected.ts';
import { inspecting } from './inspecting.ts';
import { keptBack } from './kept-back.ts';
import { preparing } from './preparing.ts';
import { problems } from './problems.ts';
import type { PairingState } from './state.ts';
import { steps } from './steps.ts';
import { monday } from './week.ts';
import { day } from '../../form.ts';

const openFields = z.object({
  pilotId: z.uuid(),
  assistedId: z.uuid(),
  from: day('开始日期'),
  to: day('结束日期'),
  launchOn: day('改革启动日'),
  areas: z
    .string()
    .transform((codes) => codes.split(','))
    .pipe(z.array(z.enum(areaCodes)).min(1)),
  campaignId: z.string().optional(),
});

/** At most so many weekly reports stay owed; older ones count as missed. */
const mostWeeks = 4;
const nextWeek = (state: PairingState): Instant | undefined =>
  state.stage === 'doing' && state.lastWeek ? at(addDays(state.lastWeek, 7), '09:00') : undefined;

/** A new week owes a report; two missed in a row turn the pair red (process-law.md §6). */
function turnWeeks(state: PairingState, now: Instant): PairingState {
  let turned = state;
  for (let next = nextWeek(turned); next !== undefined && next <= now; next = nextWeek(turned)) {
    const week = addDays(turned.lastWeek ?? monday(turned.from), 7);
    const missed = turned.lastWeek !== undefined && turned.weeks.includes(turned.lastWeek);
    const weeks = week > turned.to ? turned.weeks : [...turned.weeks, week].slice(-mostWeeks);
    turned = { ...turned, weeks, lastWeek: week, missedInARow: missed ? turned.missedInARow + 1 : 0 };
  }
  return turned;
}

const elapse = (state: PairingState, now: Instant): Outcome<PairingState> => ({
  state: turnWeeks(state, now),
  effects: [],
});

/** 手拉手 pairing of a pilot hospital with an assisted one (source 000, 京医管改〔2017〕21号). */
export const pairing: Kind<PairingState> = {
  code: 'pairing',
  label: '结对帮带',
  registerMark: '结对',
  procedure: 1,
  stages: {
    confirming: '匹配确认',
    forming: '组建专班',
    pledging: '签订责任书',
    needs: '梳理需求',
    planning: '制定计划',
    doing: '实施帮带',
    closing: '总结移交',
    archiving: '待归档',
    archived: '已归档',
  },
  steps,
  opening: opening({
    by: 'system',
    fields: openFields,
    apply: ({ fields, at: openedAt }, book: RuleBook): Outcome<PairingState> | ReturnType<typeof refuse> => {
      if (fields.pilotId === fields.assistedId)
        return refuse('self', '试点医院和帮带医院不能是同一家。', 'assistedId');
      if (fields.to <= fields.from) return refuse('term', '结束日期应晚于开始日期。', 'to');
      const { campaignId, ...rest } = fields;
      const state: PairingState = {
        ...rest,
        ...(campaignId ? { campaignId } : {}),
        kind: 'pairing',
        procedure: 1,
        stage: 'confirming',
        bookVersion: book.version,
        openedAt,
        todos: {},
        confirmedBy: {},
        objections: 0,
        grouped: {},
        pledgedBy: {},
        plan: { round: 1, items: [] },
        weeks: [],
        missedInARow: 0,
        problems: [],
        inspections: {},
        inspectionRounds: { midterm: 1, final: 1 },
        handedIn: {},
        endings: 0,
      };
      return { state, effects: [] };
    },
  }),
  actions: { ...preparing, ...items, ...problems, ...inspecting, ...ending },
  expected,
  wake: nextWeek,
  elapse,
  parties: (state) => [state.pilotId, state.assistedId],
  withdrawn,
  keptBack,
  title: (state, nameOf) => `${nameOf(state.pilotId)}—${nameOf(state.assistedId)}`,
};
