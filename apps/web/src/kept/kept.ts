/** A value that this browser remembers for its user; works without storage too, only forgetting. */
export interface Kept<T> {
  get: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
}

const prefix = 'duxing.';

export function readKept(key: string): unknown {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function writeKept(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the page works on.
  }
}

/** After a log-out on a shared machine nothing typed stays behind. */
export function forgetKept(part: string): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix + part));
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

export function kept<T>(key: string, initial: T, check: (value: unknown) => T): Kept<T> {
  const stored = readKept(key);
  let current = stored === undefined ? initial : check(stored);
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      current = value;
      writeKept(key, value);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
