import { SetMetadata } from '@nestjs/common';
import type { Role } from '#domain/role';

/**
 * Who may call an endpoint. `anyone`: without a session. `session`: signed in, even before the initial
 * password was changed. `signed-in`: every signed-in person. Else: holders of one of the roles.
 */
export type Who = 'anyone' | 'session' | 'signed-in' | Role;

export const MAY = Symbol('may');

/** Every endpoint carries one; one without answers 403 to everybody. What belongs to whom is checked behind it. */
export const May = (...who: [Who, ...Who[]]) => SetMetadata(MAY, who);
