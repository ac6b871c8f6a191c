/** Ways of service (行政处罚法第61条, 民事诉讼法第88条至第95条). */
export const serviceWays = {
  direct: '直接送达',
  left: '留置送达',
  entrusted: '委托送达',
  post: '邮寄送达',
  electronic: '电子送达',
  public: '公告送达',
} as const;
export type ServiceWay = keyof typeof serviceWays;

interface Result {
  label: string;
  way: ServiceWay;
  /** What it proves by itself. */
  proves?: true;
}

/** What whoever went to serve a paper brings back. */
export const results = {
  handed: { label: '直接送达：对方当面签收', way: 'direct', proves: true },
  refused: { label: '直接送达：对方拒收，没有留置', way: 'direct' },
  absent: { label: '直接送达：找不到受送达人', way: 'direct' },
  left: { label: '留置送达：对方拒收，已留在其住所', way: 'left', proves: true },
  posted: { label: '邮寄送达：已经寄出', way: 'post' },
  'post-received': { label: '邮寄送达：回执载明已签收', way: 'post', proves: true },
  'post-returned': { label: '邮寄送达：被退回', way: 'post' },
  published: { label: '公告送达：已经公告', way: 'public' },
} as const satisfies Record<string, Result>;
export type ServiceResult = keyof typeof results;
export const provesService = (result: ServiceResult): boolean => (results[result] as Result).proves === true;

/** What came of the paper in the recipient's inbox where it was not signed for. */
export const inboxResults = {
  unanswered: '系统内发送后未签收',
  declined: '在系统内拒绝签收',
} as const;
export type Attempted = ServiceResult | keyof typeof inboxResults;

export const attemptLabel = (attempted: Attempted): string =>
  attempted in inboxResults
    ? inboxResults[attempted as keyof typeof inboxResults]
    : results[attempted as ServiceResult].label;
