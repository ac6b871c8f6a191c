import '#domain/elapse';
import '#domain/kinds/index';
import '#domain/procedure';

declare const __webpack_modules__: Record<string, unknown>;
declare const __webpack_module_cache__: Record<string, { exports: object } | undefined>;

/**
 * The procedures and zod are loaded once for all runners of a worker, not anew for each: 14 of 16 ms of CPU of
 * every start and replay. They are pure and keep nothing of a case in a module. Temporal freezes deeply what is
 * shared, but a zod schema remembers how it parses and fails when frozen; what is frozen already it leaves alone.
 */
for (const id of Object.keys(__webpack_modules__)) {
  const shared = __webpack_module_cache__[id];
  if (shared) Object.freeze(shared.exports);
}

/** The SDK takes a stack trace for every promise; each frame costs. Three still name the place of a fault. */
Error.stackTraceLimit = 3;
