import { SetMetadata } from '@nestjs/common';

export const UNKEYED = Symbol('unkeyed');

/**
 * A POST for which a key does nothing, with the reason: it only reads, its body carries an id of its own, or it waits
 * for somebody else and must hold no transaction.
 */
export const Unkeyed = (why: 'reads' | 'own-id' | 'own-way') => SetMetadata(UNKEYED, why);
