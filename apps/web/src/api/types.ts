/** The API's shapes under the names that pages use. */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
export type Session = Schemas['Session'];
export type HeldPost = Schemas['HeldPost'];
export type Role = HeldPost['role'];
export type Problem = Schemas['Problem'];
export type Message = Schemas['Message'];
export type {
  ActFormView,
  ActReceipt,
  ActionView,
  CaseLine,
  CaseQuery,
  CaseView,
  DeadlineView,
  NoticeLine,
  TimelineEntry,
  TodoLine,
} from '#contracts/case';
export type { DeskView } from '#contracts/desk';
export type { UploadedFile } from './pending.ts';
