import { draftMessages } from './draft-sorts.ts';

interface MessageSort {
  /** What a line of the messages and a mail begin with. */
  label: string;
  /** Goes out by mail at once instead of waiting for the morning's digest. */
  urgent?: true;
}

/** Every message that the product sends. A code that stands here has its sentence in the pages, or they don't compile. */
export const messageCodes = {
  reminder: { label: '提醒' },
  urge: { label: '催办', urgent: true },
  escalation: { label: '督办升级', urgent: true },
  'todo-opened': { label: '待办' },
  'notice-issued': { label: '文书' },
  'notice-voided': { label: '文书', urgent: true },
  'unknown-hospital': { label: '名册' },
  'posts-awaited': { label: '权限' },
  'due-moved': { label: '期限' },
  'late-in-house': { label: '逾期' },
  extended: { label: '期限' },
  'extension-refused': { label: '期限' },
  suspended: { label: '期限' },
  'suspension-refused': { label: '期限' },
  resumed: { label: '期限' },
  'suspended-long': { label: '期限' },
  'paper-sent': { label: '督办' },
  'paper-to-sign': { label: '送达', urgent: true },
  'paper-served': { label: '送达' },
  'paper-refused': { label: '送达' },
  'service-next': { label: '送达' },
  instructed: { label: '批示' },
  'taken-over': { label: '督办' },
  'given-back': { label: '交回' },
  'assigned-hand-over': { label: '转办' },
  'assigned-delegate': { label: '委派' },
  'assigned-reassign': { label: '改派' },
  'assigned-take-over': { label: '督办' },
  'deputy-named': { label: '代理' },
  'deputy-changed': { label: '代理' },
  'deputy-ended': { label: '代理' },
  'deputy-over': { label: '代理' },
  'paper-stuck': { label: '文书', urgent: true },
  'webhook-stopped': { label: '推送' },
  ...draftMessages,
} as const satisfies Record<string, MessageSort>;

export type MessageCode = keyof typeof messageCodes;

const sorts: Record<MessageCode, MessageSort> = messageCodes;
export const urgentCodes = (Object.keys(sorts) as MessageCode[]).filter((code) => sorts[code].urgent);

/** Rows in the database may carry a code of a later version. */
export const isMessageCode = (code: string): code is MessageCode => Object.hasOwn(messageCodes, code);
