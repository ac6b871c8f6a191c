import type { MouseEvent } from 'react';

/** Asks for this page to go on: not for a new tab, a new window, the text under the pointer, or a link of its own. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented) return false;
  return (getSelection()?.toString() ?? '') === '';
}
