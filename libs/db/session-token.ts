import { createHash, randomBytes } from 'node:crypto';

/** The cookie's secret; 256 bits, so that a plain hash of it is safe to keep. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
