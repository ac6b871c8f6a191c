/** Colour, shape and word. */
export const resultMarks = {
  pass: { mark: '✓', word: '合格' },
  fail: { mark: '✕', word: '不合格' },
  na: { mark: '—', word: '不适用' },
} as const;
