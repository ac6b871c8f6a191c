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
  'unknown-hospital': { label: '名册' },
  'posts-awaited': { label: '权限' },
  'webhook-stopped': { label: '推送' },
} as const satisfies Record<string, MessageSort>;

export type MessageCode = keyof typeof messageCodes;

const sorts: Record<MessageCode, MessageSort> = messageCodes;
export const urgentCodes = (Object.keys(sorts) as MessageCode[]).filter((code) => sorts[code].urgent);

/** Rows in the database may carry a code of a later version. */
export const isMessageCode = (code: string): code is MessageCode => Object.hasOwn(messageCodes, code);
