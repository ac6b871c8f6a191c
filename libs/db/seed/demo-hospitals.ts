/**
 * The 22 hospitals of 京医管改〔2017〕21号, free for a campaign of one's own, and 17 of the districts, with which the demo
 * cases are played. Level, type and district are demo data, not a register.
 */
export interface DemoHospital {
  key: string;
  name: string;
  /** As documents write it. */
  aliases: string[];
  level: string;
  type: string;
  district: string;
}

const rows = [
  // key | full name | short names | level | type | district
  'youyi|首都医科大学附属北京友谊医院|北京友谊医院,友谊医院|三级甲等|综合医院|西城区',
  'chaoyang|首都医科大学附属北京朝阳医院|北京朝阳医院,朝阳医院|三级甲等|综合医院|朝阳区',
  'jishuitan|北京积水潭医院|积水潭医院|三级甲等|综合医院|西城区',
  'tiantan|首都医科大学附属北京天坛医院|北京天坛医院,天坛医院|三级甲等|综合医院|丰台区',
  'tongren|首都医科大学附属北京同仁医院|北京同仁医院,同仁医院|三级甲等|综合医院|东城区',
  'xuanwu|首都医科大学宣武医院|宣武医院,北京宣武医院|三级甲等|综合医院|西城区',
  'ertong|首都医科大学附属北京儿童医院|北京儿童医院|三级甲等|专科医院|西城区',
  'zhongliu|北京大学肿瘤医院|北京肿瘤医院|三级甲等|专科医院|海淀区',
  'laonian|北京老年医院|老年医院|三级|专科医院|海淀区',
  'xiongke|首都医科大学附属北京胸科医院|北京胸科医院,胸科医院|三级甲等|专科医院|通州区',
  'changgung|北京清华长庚医院|清华长庚医院|三级|综合医院|昌平区',
  'kouqiang|首都医科大学附属北京口腔医院|北京口腔医院|三级甲等|专科医院|东城区',
  'xiaotangshan|北京小汤山医院|小汤山医院|三级|专科医院|昌平区',
  'fuchan|首都医科大学附属北京妇产医院|北京妇产医院|三级甲等|专科医院|朝阳区',
  'huilongguan|北京回龙观医院|回龙观医院|三级甲等|专科医院|昌平区',
  'anzhen|首都医科大学附属北京安贞医院|北京安贞医院,安贞医院|三级甲等|综合医院|朝阳区',
  'anding|首都医科大学附属北京安定医院|北京安定医院,安定医院|三级甲等|专科医院|西城区',
  'youan|首都医科大学附属北京佑安医院|北京佑安医院,佑安医院|三级甲等|专科医院|丰台区',
  'shijitan|首都医科大学附属北京世纪坛医院|北京世纪坛医院,世纪坛医院|三级甲等|综合医院|海淀区',
  'zhongyi|首都医科大学附属北京中医医院|北京中医医院|三级甲等|中医医院|东城区',
  'ditan|首都医科大学附属北京地坛医院|北京地坛医院,地坛医院|三级甲等|专科医院|朝阳区',
  'eryansuo|首都儿科研究所附属儿童医院|首都儿科研究所,儿研所|三级甲等|专科医院|朝阳区',
  'luhe|首都医科大学附属北京潞河医院|潞河医院|三级|综合医院|通州区',
  'shunyi|北京市顺义区医院|顺义区医院|三级|综合医院|顺义区',
  'changping|北京市昌平区医院|昌平区医院|三级|综合医院|昌平区',
  'longfu|北京市隆福医院|隆福医院|三级|综合医院|东城区',
  'pingguyiyuan|北京市平谷区医院|平谷区医院|三级|综合医院|平谷区',
  'huairou|北京怀柔医院|怀柔医院|三级|综合医院|怀柔区',
  'miyun|北京市密云区医院|密云区医院|三级|综合医院|密云区',
  'yanqing|北京市延庆区医院|延庆区医院|二级甲等|综合医院|延庆区',
  'haidian|北京市海淀医院|海淀医院|三级|综合医院|海淀区',
  'liangxiang|北京市房山区良乡医院|良乡医院|三级|综合医院|房山区',
  'fuxing|首都医科大学附属复兴医院|复兴医院|三级|综合医院|西城区',
  'mentougou|北京市门头沟区医院|门头沟区医院|三级|综合医院|门头沟区',
  'fengtai|北京丰台医院|丰台医院|二级甲等|综合医院|丰台区',
  'shijingshan|北京市石景山医院|石景山医院|三级|综合医院|石景山区',
  'daxing|北京市大兴区人民医院|大兴区人民医院|三级|综合医院|大兴区',
  'chuiyangliu|北京市垂杨柳医院|垂杨柳医院|三级|综合医院|朝阳区',
  'zhongguancun|北京市中关村医院|中关村医院|二级甲等|综合医院|海淀区',
];

export const demoHospitals: DemoHospital[] = rows.map((row) => {
  const [key = '', name = '', aliases = '', level = '', type = '', district = ''] = row.split('|');
  return { key, name, aliases: aliases.split(','), level, type, district };
});
