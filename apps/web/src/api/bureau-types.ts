/** Shapes of campaigns, boards, records, organisations, people and the log. */
import type { z } from 'zod';
import type { BoardView, PairingBody, recordBody, recordLine } from '#contracts/pairing';
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
export type Org = Schemas['Org'];
export type OrgDetail = Schemas['OrgDetail'];
export type Person = Schemas['Person'];
export type LogEntry = Schemas['LogEntry'];
export type PairListView = Schemas['PairListView'];
export type { BoardView, PairingBody };
export type RecordBody = z.input<typeof recordBody>;
export type RecordLine = z.infer<typeof recordLine>;
