/** 回避申报: how a person stands to an organisation whose cases he must keep out of. Codes are for ever. */
export const relationSorts = {
  'former-employer': '原任职单位',
  'own-hospital': '现任职或兼职',
  kin: '近亲属任职',
  other: '其他',
} as const;
export type RelationSort = keyof typeof relationSorts;
