/** Ways of service (行政处罚法第61条, 民事诉讼法第88条至第95条, 卫生健康行政处罚程序规定第53条至第57条). */
export const serviceWays = {
  direct: '直接送达',
  left: '留置送达',
  entrusted: '委托送达',
  transferred: '转交送达',
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
  /** The paper is out of our hands: what is owed next is to note what becomes of it. */
  waits?: string;
  /** What became of it: of what went out. */
  of?: string;
}

/** What whoever went to serve a paper brings back. */
export const results = {
  handed: { label: '直接送达：对方当面签收', way: 'direct', proves: true },
  refused: { label: '直接送达：对方拒收，没有留置', way: 'direct' },
  absent: { label: '直接送达：找不到受送达人', way: 'direct' },
  left: { label: '留置送达：对方拒收，已留在其住所', way: 'left', proves: true },
  entrusted: { label: '委托送达：委托函已经发出', way: 'entrusted', waits: 'follow-entrusted' },
  'entrusted-received': {
    ...{ label: '委托送达：受送达人已在送达回证上签收', way: 'entrusted' },
    ...{ proves: true, of: 'entrusted' },
  },
  'entrusted-returned': { label: '委托送达：没有送到，已退回', way: 'entrusted', of: 'entrusted' },
  transferred: { label: '转交送达：已交有关单位转交', way: 'transferred', waits: 'follow-entrusted' },
  'transferred-received': {
    ...{ label: '转交送达：受送达人已在送达回证上签收', way: 'transferred' },
    ...{ proves: true, of: 'transferred' },
  },
  'transferred-returned': { label: '转交送达：没有送到，已退回', way: 'transferred', of: 'transferred' },
  posted: { label: '邮寄送达：已经寄出', way: 'post', waits: 'follow-post' },
  'post-received': { label: '邮寄送达：回执载明已签收', way: 'post', proves: true, of: 'posted' },
  'post-returned': { label: '邮寄送达：被退回', way: 'post', of: 'posted' },
  published: { label: '公告送达：已经公告', way: 'public', waits: 'public-notice' },
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

const rowOf = (attempted: Attempted | undefined): Result | undefined =>
  results[attempted as ServiceResult] as Result | undefined;

/** The step by which the outcome of this attempt is waited for; none where the bureau has the paper in its hands. */
export const waitsFor = (attempted: Attempted | undefined): string | undefined => rowOf(attempted)?.waits;
/** What went out, of which this says what became of it. */
export const outcomeOf = (attempted: Attempted): string | undefined => rowOf(attempted)?.of;
