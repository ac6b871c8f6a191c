/** Every paper: its name and the 机关代字 under which it is numbered. One series per mark and year. */
const types: Record<string, { label: string; numberMark: string }> = {
  'pairing-notice': { label: '结对通知', numberMark: '京医管改' },
  'responsibility-letter': { label: '责任书', numberMark: '京医管改' },
  'inspection-bulletin': { label: '检查情况通报', numberMark: '京医管改' },
  'urge-letter': { label: '催办函', numberMark: '京医管督函' },
  'supervision-letter': { label: '督办函', numberMark: '京医管督函' },
  'interview-notice': { label: '约谈通知书', numberMark: '京医管督函' },
  'work-circular': { label: '工作通报', numberMark: '京医管督' },
};

export function noticeTypes(code: string): { label: string; numberMark: string } {
  const type = types[code];
  if (!type) throw new Error(`no such paper: ${code}`);
  return type;
}
