/** For filters and figures, before any case of the kind has been read. */
export const kindLabels: Record<string, string> = { pairing: '手拉手结对', campaign: '结对批次' };
