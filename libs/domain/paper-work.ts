/** What may be owed for a paper: the lists of the desk. */
export const paperWork = { review: '待审文书', sign: '待签文书', serve: '待送达文书' } as const;
export type PaperWork = keyof typeof paperWork;
export const paperWorks = Object.keys(paperWork) as [PaperWork, ...PaperWork[]];
