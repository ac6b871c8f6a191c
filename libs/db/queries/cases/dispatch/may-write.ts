import type { Actor } from '#domain/actor';
import type { Who } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import type { DispatchState } from '#domain/kinds/dispatch/state';
import type { Refusal } from '#domain/permission';
import { entitled } from '#domain/procedure';

/** Whoever may hand it in may write it, and nobody else. */
export function mayWrite(actor: Actor, state: DispatchState): Who | Refusal {
  const kind = kindOf('dispatch');
  const submit = kind.actions.submit;
  if (!submit) throw new Error('a dispatch is handed in by an act');
  return entitled(kind, state, submit, { actor, facts: {} });
}
