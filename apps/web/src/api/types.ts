/** The API's shapes under the names that pages use. */
import type { components, operations } from './schema.d.ts';

type Schemas = components['schemas'];
export type Session = Schemas['Session'];
export type HeldPost = Schemas['HeldPost'];
export type Role = HeldPost['role'];
export type Problem = Schemas['Problem'];
export type Message = Schemas['Message'];
export type DeskView = Schemas['DeskView'];
export type TodoLine = Schemas['TodoLine'];
export type CaseLine = Schemas['CaseLine'];
export type CaseQuery = NonNullable<operations['cases']['parameters']['query']>;
export type CaseView = Schemas['CaseView'];
export type ActionView = Schemas['ActionView'];
export type DeadlineView = Schemas['DeadlineView'];
export type NoticeLine = Schemas['NoticeLine'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type ActFormView = Schemas['ActFormView'];
export type ActBody = Schemas['ActBody'];
export type ProvenPapers = Schemas['ProvenPapers'];
export type ActReceipt = Schemas['ActReceipt'];
export type BulkOffer = Schemas['BulkOffers']['actions'][number];
export type BulkResult = Schemas['BulkDone']['items'][number];
export type BulkSelection = Schemas['BulkSelection'];
export type UploadedFiles = Schemas['UploadedFiles'];
export type SavedView = Schemas['SavedView'];
export type Settings = Schemas['Settings'];
export type PaperCheck = Schemas['PaperCheck'];
