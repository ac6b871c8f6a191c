import { v7 } from 'uuid';

/** Every id of a row: version 7, so that ids sort by the time they were made. */
export const newId = (): string => v7();
