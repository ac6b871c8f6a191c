import { useEffect, useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const places = new Map<string, number>();

/** Back leads to where the list stood; a new page begins at its top. The content scrolls, not the window. */
export function useKeptScroll(content: RefObject<HTMLElement | null>): void {
  const { key, pathname } = useLocation();
  const how = useNavigationType();
  useLayoutEffect(() => {
    const element = content.current;
    if (!element) return;
    element.scrollTop = how === 'POP' ? (places.get(key) ?? 0) : 0;
    // Only another page moves the content; a panel or a filter in the address does not.
  }, [pathname]);
  useEffect(() => {
    const element = content.current;
    if (!element) return undefined;
    const keep = (): void => void places.set(key, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [content, key]);
}
