/** In twentieths of a point, of which a millimetre has 56.7; GB/T 9704-2012 on A4. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

export const margins = { top: 2098, bottom: 1984, left: 1587, right: 1468 };
/** 156 mm */
export const typeArea = 8844;
/** 22 lines of 225 mm; `linesAndChars` would give each character two cells in LibreOffice. */
export const linePitch = 580;
/** 28 characters of 156 mm: 16 pt, two tenths of a point closer. */
export const char = 316;
export const closer = -4;

/** 号 in half points. */
export const sizes = { 2: 44, 3: 32, 4: 28, small4: 24 } as const;

export const red = 'E60012';
export const grey = '6E6E6E';
