/** What the fields of papers are called where a person words them; by the last part of their path. */
const names = new Map(
  Object.entries({
    ...{ issuer: '发文机关', bureau: '主管部门', we: '本机关的自称', mechanism: '工作机制', basis: '依据' },
    ...{
      purpose: '工作情况',
      pilots: '试点医院数',
      pairs: '结对数',
      launchOn: '启动日期',
      from: '开始',
      to: '结束',
    },
    ...{
      steps: '工作步骤',
      label: '名称',
      due: '到期日',
      areas: '帮带内容',
      items: '具体事项',
      contact: '联系人及电话',
    },
    ...{
      list: '名单名称',
      rows: '表格各行',
      pilot: '试点医院',
      assisted: '受帮带医院',
      name: '名称',
      number: '编号',
    },
    ...{ title: '标题', lead: '负责人', pilotContact: '试点医院联系人', assistedContact: '受帮带医院联系人' },
    ...{
      signedBy: '签字人',
      signedOn: '签字日期',
      phase: '检查阶段',
      inspectedOn: '检查日期',
      scores: '各项评分',
    },
    ...{ score: '得分', average: '平均分', findings: '检查情况', demands: '整改要求', reportBy: '报告期限' },
    ...{
      again: '第几次',
      step: '事项',
      noun: '“事项”二字',
      matter: '案由',
      kind: '案件种类',
      detail: '具体内容',
    },
    ...{
      source: '来源',
      date: '成文日期',
      late: '逾期工作日数',
      derivation: '期限的算法',
      ground: '期限依据',
    },
    ...{
      reminded: '提醒情况',
      earlier: '此前文书',
      none: '此前没有提醒',
      answerBy: '办结时限',
      answerDays: '办结天数',
    },
    ...{ unit: '承办单位', who: '参加人', arranged: '已定时间地点', on: '日期', at: '时间', place: '地点' },
    ...{
      interviewers: '约谈人',
      recorder: '记录人',
      interviewed: '被约谈人',
      points: '约谈要点',
      pledges: '承诺事项',
    },
    ...{ text: '内容', by: '完成期限', item: '事项', problem: '问题', owner: '责任人', demand: '整改要求' },
    ...{
      measures: '整改措施',
      evidence: '证据材料',
      onSite: '现场核查情况',
      checkers: '核查人',
      result: '结论',
    },
    ...{ reason: '理由', programme: '改革事项', launch: '启动时间', hospital: '医院', checkedOn: '检查日期' },
    ...{
      area: '领域',
      standard: '标准',
      met: '达标项数',
      notMet: '未达标项数',
      period: '期间',
      dataDay: '数据截止日',
    },
    ...{
      indicators: '指标',
      definition: '计算方法',
      over: '超出目标的单位',
      indicator: '指标',
      value: '数值',
    },
    ...{
      quarter: '环比',
      year: '同比',
      target: '目标',
      addressees: '主送机关',
      copies: '抄送机关',
      printedBy: '印发机关',
    },
    ...{
      party: '当事人',
      code: '代码或登记号',
      address: '地址',
      representative: '法定代表人',
      facts: '查明的事实',
    },
    ...{
      suspected: '涉嫌违反的规定',
      jurisdiction: '管辖依据',
      officers: '执法人员',
      opinions: '意见',
      section: '科室',
    },
    ...{
      head: '机关负责人',
      bring: '需要准备的材料',
      certificate: '执法证号',
      person: '被询问人',
      identity: '身份证件号码',
    },
    ...{
      post: '职务',
      phone: '电话',
      recusal: '是否申请回避',
      questions: '问答',
      asked: '问',
      answered: '答',
    },
    ...{
      refusal: '拒绝签名的情况',
      broken: '违反的规定',
      consequence: '逾期后果',
      review: '复议机关',
      court: '管辖法院',
    },
    ...{
      annexes: '附件名称',
      discretion: '裁量情节',
      penalties: '处罚种类',
      how: '陈述申辩的方式',
      hearing: '可以要求听证',
    },
    ...{
      requestBy: '听证要求期限',
      requestedOn: '提出听证的日期',
      open: '公开举行',
      host: '主持人',
      defence: '陈述申辩情况',
    },
    ...{
      payment: '缴款',
      days: '天数',
      performBy: '履行期限',
      decision: '处罚决定',
      fine: '罚款',
      surcharge: '加处罚款',
    },
    ...{
      total: '合计',
      account: '缴款账户',
      materials: '移送材料',
      receiver: '接收机关',
      caseNumber: '案号',
    },
    ...{
      filedOn: '立案日期',
      performance: '履行情况',
      remedies: '复议和诉讼',
      archive: '归档材料',
      opinion: '承办人意见',
    },
    ...{ papers: '文书', recipient: '受送达人', paper: '送达文书', way: '送达方式', receivedOn: '收到日期' },
    ...{
      receivedAt: '收到时间',
      witness: '见证人',
      servers: '送达人',
      note: '备注',
      opening: '开头',
      sections: '各部分',
    },
    ...{
      heading: '小标题',
      report: '报告要求',
      tasks: '任务',
      task: '任务内容',
      checkedBy: '核对人',
      addressee: '主送机关',
    },
    ...{
      signers: '签发人',
      heldOn: '会议日期',
      present: '出席',
      absent: '请假',
      attending: '列席',
      length: '项数',
    },
    ...{
      ends: '以“特此通知”结束',
      replaces: '与原文书的关系',
      paragraphs: '各段',
      ending: '结束语',
      byHand: '由人送达',
    },
  }),
);

/** Of what has parts. */
const groups = new Map([['matter', '案件']]);

/** `party.name` is 当事人·名称; inside a list each piece is 本项. */
export function fieldName(path: string): string {
  const inList = path.lastIndexOf('[]');
  const parts = path
    .slice(inList < 0 ? 0 : inList + 3)
    .split('.')
    .filter(Boolean);
  return [
    ...(inList < 0 ? [] : ['本项']),
    ...parts.map((part, at) => nameOf(part, at < parts.length - 1)),
  ].join('·');
}

/** With the list that it belongs to, where there are no words around it: 整改要求的本项·内容. */
export function fullFieldName(path: string): string {
  const inList = path.lastIndexOf('[]');
  return inList < 0 ? fieldName(path) : `${fieldName(path.slice(0, inList))}的${fieldName(path)}`;
}

const nameOf = (part: string, whole: boolean): string =>
  (whole ? groups.get(part) : undefined) ?? names.get(part) ?? part;
