/** An invented hospital, people and figures; the act is one of source 002 §五. */
export const party = {
  name: '某市第九医院',
  code: '12110000400000000X',
  address: '某市某区某路1号',
  representative: '陈堃',
};
export const officers = [
  { name: '李明远', certificate: '京卫执0001' },
  { name: '马䶮', certificate: '京卫执0002' },
];
export const legal = {
  issuer: '某市卫生健康委员会',
  party,
  matter: '涉嫌向患者收取已经取消的项目费用',
  contact: '综合监督处 李明远，010-00000000',
};
export const broken = { law: '医疗机构管理条例', article: '第三十七条' };
