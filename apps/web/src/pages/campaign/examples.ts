/** Grey examples from 京医管改〔2017〕21号, the first campaign of this kind. */
export const formExamples: Record<string, string> = {
  title: '医药分开综合改革“手拉手”帮带',
  basis: '北京市人民政府关于印发《医药分开综合改革实施方案》的通知（京政发〔2017〕11号）',
  purpose:
    '北京友谊医院、朝阳医院、积水潭医院、天坛医院、同仁医院作为2012年启动公立医院改革的试点医院，在流程管理、制度建设和突发事件处理等方面积累了丰富的实践经验。为保障市属医院整体改革顺利实施，建立“手拉手”帮带工作机制。',
  contact: '改革发展处 王敏 010-63138000',
};

export const listExample = `试点医院\t序号\t帮带医院
北京友谊医院\t1\t宣武医院
\t2\t北京儿童医院
\t3\t北京肿瘤医院
\t4\t北京老年医院
北京朝阳医院\t5\t北京胸科医院
…`;
