import type { FileStore } from '#files/store';

/** Where content is kept, and how much of it one file may bring. */
export interface Files {
  store: FileStore;
  maxUploadBytes: number;
}
