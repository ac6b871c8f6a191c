/** Invented people of the two hospitals' joint groups; posts as hospitals have them. */
const posts: Record<string, string> = {
  medical: '医务处处长',
  finance: '财务处处长',
  it: '信息中心主任',
  publicity: '宣传中心主任',
  pharmacy: '药学部主任',
  performance: '绩效管理办公室主任',
  insurance: '医保办公室主任',
  security: '保卫处处长',
};
const surnames = [...'赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'];
const given = [
  '海峰',
  '雅琴',
  '立新',
  '文博',
  '晓东',
  '淑敏',
  '建平',
  '思源',
  '国强',
  '佩兰',
  '明哲',
  '秋月',
  '振宇',
];

/** The same person for the same area of the same hospital, wherever he is named. */
export function contactOf(
  area: string,
  hospital: number,
): { area: string; name: string; post: string; phone: string } {
  const turn = Object.keys(posts).indexOf(area) + hospital * 5;
  const name = `${surnames[(turn * 7 + hospital) % surnames.length]}${given[turn % given.length]}`;
  return {
    area,
    name,
    post: posts[area] ?? '科室负责人',
    phone: `010-5551${String(1000 + turn * 13).slice(-4)}`,
  };
}

export const groupForm = (areas: readonly string[], hospital: number, lead: string) => ({
  lead: `${lead}（院长）`,
  contacts: areas.map((area) => contactOf(area, hospital)),
});
