import { dayOf, group, list, words } from '../../../notice-type.ts';

/** 当事人 (行政处罚法第59条第1款第1项). */
export const party = group('当事人', {
  name: words('当事人名称'),
  /** 统一社会信用代码 or number of the practice licence. */
  code: words('统一社会信用代码或登记号'),
  address: words('地址'),
  representative: words('法定代表人'),
});

/** The law, its article and what is quoted of it. */
export const clause = group('法律依据', {
  law: words('法律名称'),
  article: words('条款'),
  text: words('条文').optional(),
});

export const officer = group('执法人员', { name: words('姓名'), certificate: words('执法证号') });
export const officers = list('执法人员', officer).min(2, '执法人员不得少于两人（行政处罚法第42条）。');

/** What every paper of an investigation bears. */
export const legalFields = {
  /** Absent until the paper is issued: a draft. */
  number: words('文号').optional(),
  issuer: words('行政机关'),
  party,
  /** 案由 */
  matter: words('案由'),
  contact: words('联系人'),
  date: dayOf('日期'),
};

export const clauseWords = ({ law, article }: { law: string; article: string }): string =>
  `《${law}》${article}`;
