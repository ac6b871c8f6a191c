import { z } from 'zod';
import { openedLine } from './commitment.ts';
import { id } from './page.ts';

const side = z.enum(['pilot', 'assisted']);

/** What the page of a pair shows beside what every case has. */
export const pairingBody = z
  .object({
    from: z.string(),
    to: z.string(),
    launchOn: z.string(),
    areas: z.array(z.object({ code: z.string(), label: z.string() })),
    pilot: z.object({ orgId: id, name: z.string() }),
    assisted: z.object({ orgId: id, name: z.string() }),
    confirmed: z.object({ pilot: z.boolean(), assisted: z.boolean() }),
    groups: z.array(
      z.object({
        side,
        lead: z.string(),
        contacts: z.array(
          z.object({ area: z.string(), name: z.string(), post: z.string(), phone: z.string() }),
        ),
      }),
    ),
    needs: z
      .object({
        needs: z.string(),
        problems: z.string(),
        baseline: z.array(z.object({ item: z.string(), value: z.number(), unit: z.string() })),
      })
      .nullable(),
    plan: z.array(
      z.object({
        id: z.string(),
        area: z.string(),
        areaLabel: z.string(),
        item: z.string(),
        side,
        person: z.string(),
        measure: z.string(),
        due: z.string(),
        status: z.enum(['todo', 'doing', 'done', 'dropped']),
        lateness: z.enum(['normal', 'soon', 'overdue', 'suspended', 'done']),
        lastReport: z.string().nullable(),
      }),
    ),
    problems: z.array(
      z.object({
        id: z.string(),
        areaLabel: z.string(),
        problem: z.string(),
        raisedOn: z.string(),
        solver: z.string(),
        /** How it ended; absent while it is open. */
        endLabel: z.string().nullable(),
        /** Absent until its commitment stands. */
        line: openedLine.nullable(),
      }),
    ),
    weeksOwed: z.array(z.string()),
    missedInARow: z.number().int(),
    inspections: z.array(
      z.object({
        phase: z.enum(['midterm', 'final']),
        phaseLabel: z.string(),
        on: z.string(),
        scores: z.array(z.object({ area: z.string(), label: z.string(), score: z.number().int() })),
        findings: z.string(),
        demands: z.string().nullable(),
        approved: z.boolean(),
      }),
    ),
    /** The on-site checks in which the inspections are carried out. */
    checks: z.array(
      z.object({
        phase: z.enum(['midterm', 'final']),
        phaseLabel: z.string(),
        caseId: id,
        number: z.string(),
        stageLabel: z.string(),
        on: z.string(),
        visited: z.string(),
      }),
    ),
    closing: z.object({
      summary: z.string().nullable(),
      statement: z.string().nullable(),
      handover: z.string().nullable(),
    }),
    endLabel: z.string().nullable(),
    midterm: z.string(),
  })
  .meta({ id: 'PairingBody' });
export type PairingBody = z.infer<typeof pairingBody>;

/** The bureau's board: pairs × stages × work areas, one cell one state. */
export const boardView = z
  .object({
    campaign: z.object({
      id,
      number: z.string(),
      title: z.string(),
      stage: z.string(),
      stageLabel: z.string(),
      rows: z.number().int(),
      opened: z.number().int(),
    }),
    areas: z.array(z.object({ code: z.string(), label: z.string() })),
    stages: z.array(z.object({ code: z.string(), label: z.string() })),
    pairs: z.array(
      z.object({
        caseId: id,
        number: z.string(),
        pilot: z.string(),
        assisted: z.string(),
        stage: z.string(),
        stageLabel: z.string(),
        lateness: z.enum(['normal', 'soon', 'overdue', 'suspended', 'done']),
        nextDue: z.string().nullable(),
        waitingFor: z.string().nullable(),
        weekly: z.enum(['normal', 'soon', 'overdue', 'none']),
        problems: z.object({ open: z.number().int(), late: z.number().int() }),
        areas: z.record(
          z.string(),
          z.object({ done: z.number().int(), total: z.number().int(), late: z.number().int() }),
        ),
      }),
    ),
    totals: z.object({
      pairs: z.number().int(),
      late: z.number().int(),
      problems: z.number().int(),
      ended: z.number().int(),
    }),
  })
  .meta({ id: 'BoardView' });
export type BoardView = z.infer<typeof boardView>;
