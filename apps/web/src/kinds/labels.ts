/** For filters and figures, before any case of the kind has been read. */
export const kindLabels: Record<string, string> = { pairing: '结对帮带', campaign: '批次' };
