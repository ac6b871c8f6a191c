import type { RuleLine, RuleProposal, RuleTable } from '../../api/bureau-types.ts';

type Stages = NonNullable<RuleLine['values']['stages']>;

/** What the form holds: of every table its own fields. */
export interface RowValues {
  from?: string;
  ground?: string;
  mark?: string;
  when?: 'before' | 'due' | 'after';
  days?: number;
  everyWorkingDays?: number | null;
  ladder?: string;
  whom?: string;
  paper?: string;
  count?: number;
  unit?: string;
  fixedWeekday?: number;
  time?: string;
  extends?: string;
  times?: number;
  mostWorkingDays?: number;
  aheadWorkingDays?: number;
  firstBy?: string;
  laterBy?: string;
  label?: string;
  approvedBy?: string;
  rules?: string[];
  stages?: { signers: string[][]; need?: number | null }[];
  form?: string;
  letters?: string;
  next?: string;
  opens?: string;
  closes?: string;
}

export type ProposalRow = RuleProposal['rows'][number];

const deciders = ['section-head', 'leader', 'chief-leader'];
export const isDecider = (whom: string | undefined): boolean => deciders.includes(whom ?? '');

/** What a form begins with: the row that holds last, or one of a draft. */
export function valuesOf(row: RuleLine['values'] | ProposalRow): RowValues {
  const { offsetWorkingDays: offset, ...rest } = row as RuleLine['values'];
  const timed: RowValues =
    offset === undefined
      ? {}
      : { when: offset < 0 ? 'before' : offset === 0 ? 'due' : 'after', days: Math.abs(offset) };
  return { ...rest, ladder: rest.ladder ?? 'default', ...timed };
}

const present = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

/** The fields of one table in the shape that the server takes. */
function fieldsOf(table: RuleTable, values: RowValues): Record<string, unknown> {
  switch (table) {
    case 'rung': {
      const { when, days = 0, whom, ladder, everyWorkingDays, paper } = values;
      // Of a clock that stands still only the interval is asked for.
      if (ladder === 'stopped')
        return { ladder, offsetWorkingDays: everyWorkingDays, everyWorkingDays, whom: 'holder' };
      const offsetWorkingDays = when === 'before' ? -days : when === 'due' ? 0 : days;
      const repeats = when === 'after' && !isDecider(whom);
      return {
        ...{ ladder: ladder ?? 'default', offsetWorkingDays, whom },
        everyWorkingDays: repeats ? everyWorkingDays : undefined,
        paper: isDecider(whom) && paper !== 'none' ? paper : undefined,
      };
    }
    case 'deadline': {
      const { count, unit, fixedWeekday, time } = values;
      return { count, unit, fixedWeekday, time };
    }
    case 'extension': {
      const { times, mostWorkingDays, aheadWorkingDays, firstBy, laterBy } = values;
      return { times, mostWorkingDays, aheadWorkingDays, firstBy, laterBy };
    }
    case 'ground': {
      const { label, approvedBy, rules } = values;
      return { label, approvedBy, rules: rules?.length ? rules : undefined };
    }
    case 'route':
      return { stages: (values.stages ?? []).map(({ signers, need }) => present({ signers, need })) };
    case 'numbering':
      return { form: values.form, letters: values.form === 'official' ? values.letters : undefined };
    case 'way':
      return { next: values.next };
    case 'office-hours':
      return { opens: values.opens, closes: values.closes };
  }
}

/** `code` is absent where the rule is new. */
export function rowOf(table: RuleTable, values: RowValues, code: string | undefined): ProposalRow {
  const { from, ground, mark } = values;
  const own = table === 'office-hours' ? undefined : (code ?? values.extends);
  const row = { does: 'append', from, ground, mark, code: own, ...fieldsOf(table, values) };
  return present(row) as unknown as ProposalRow;
}

export const endOf = (code: string, { from, ground }: RowValues): ProposalRow =>
  ({ does: 'end', code, from, ground }) as ProposalRow;

export const proposalOf = (table: RuleTable, rows: readonly ProposalRow[]): RuleProposal =>
  ({ table, rows }) as RuleProposal;

export const newStages: Stages = [{ signers: [['leader', 'chief-leader']] }];
