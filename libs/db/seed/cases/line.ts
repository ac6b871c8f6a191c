import type { Facts } from '#domain/case';
import type { Instant } from '#domain/day';

/** One line of the story: who did what when, in which case. */
export interface Line {
  /** The campaign's key, or that of the assisted hospital; with `+` the pair that replaced its first one. */
  in: string;
  at: Instant;
  /** A demo login. */
  by: string;
  action: string;
  form: Record<string, unknown>;
  /** What the act rests on beside its form. */
  facts?: Facts;
}

/** A case that somebody opens by hand; its lines name it by its key. */
export interface Launch extends Omit<Line, 'action'> {
  kind: string;
  fields: Record<string, string | number>;
}

export interface Pair {
  pilot: string;
  assisted: string;
}

/** A campaign and the rows of its list, by keys of the demo hospitals. */
export interface DemoCampaign {
  key: string;
  by: string;
  at: Instant;
  form: Record<string, unknown>;
  pairs: readonly Pair[];
}
