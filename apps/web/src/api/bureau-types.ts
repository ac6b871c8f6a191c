/** Shapes of campaigns, boards, records, organisations, people and the log. */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
export type Org = Schemas['Org'];
export type OrgDetail = Schemas['OrgDetail'];
export type OrgImportView = Schemas['OrgImportView'];
export type OrgImportDone = Schemas['OrgImportDone'];
export type Person = Schemas['Person'];
export type LogEntry = Schemas['LogEntry'];
export type PairListView = Schemas['PairListView'];
export type BoardView = Schemas['BoardView'];
export type PairingBody = Schemas['PairingBody'];
export type CampaignBody = Schemas['CampaignBody'];
export type RecordBody = Schemas['RecordBody'];
export type RecordLine = Schemas['RecordLine'];
export type Absence = Schemas['Absence'];
export type Absences = Schemas['Absences'];
export type Relation = Schemas['Relation'];
export type Relations = Schemas['Relations'];
export type RehearsalBody = Schemas['RehearsalBody'];
export type RehearsalView = Schemas['RehearsalView'];
export type CalendarYear = Schemas['CalendarYear'];
export type CalendarVersions = Schemas['CalendarVersions'];
export type CalendarDrafts = Schemas['CalendarDrafts'];
export type CalendarDraft = Schemas['CalendarDraft'];
export type CalendarMoves = Schemas['CalendarMoves'];
