/** How an authority speaks of itself: 我委, 我局. */
export function weOf(issuer: string): string {
  const last = /(委|局|厅)(?:员会)?$/u.exec(issuer)?.[1];
  return last ? `我${last}` : '我单位';
}
