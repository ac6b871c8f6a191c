import type { CaseState } from '../../case.ts';

export interface ServingState extends CaseState {
  kind: 'serving';
  /** The case whose paper it is, and its act of sending. */
  source: { caseId: string; kind: 'dispatch'; seq: number };
  /** Code of the paper. */
  paper: string;
  /** Organisations on which it is served. */
  to: string[];
}

/** A case serves one paper. */
export const onlyService = 1;
