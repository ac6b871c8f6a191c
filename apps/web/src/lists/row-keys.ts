import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End move between the main links of a list's rows, marked `data-row`. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const last = rows.length - 1;
  const targets: Record<string, number> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: last,
  };
  const target = targets[event.key];
  const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (target === undefined || inField) return;
  event.preventDefault();
  rows[target]?.focus();
  rows[target]?.scrollIntoView({ block: 'nearest' });
}
