/** What a person gets by mail. */
export const mailChoices = {
  digest: '每日汇总，紧急的随时发',
  urgent: '只发紧急的',
  none: '不发邮件',
} as const;

export type MailChoice = keyof typeof mailChoices;
