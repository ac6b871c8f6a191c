import { addDays, addMonths } from '#domain/day';
import { coreAreas } from '#domain/kinds/pairing/areas';
import type { Days } from '../days.ts';
import type { DemoCampaign, Line, Pair } from '../line.ts';

/** The six work areas of source 000 and 医保, which it names among the further ones. */
export const demoAreas = [...coreAreas, 'insurance'];

const annex: [pilot: string, assisted: string][] = [
  ['youyi', 'luhe shunyi changping longfu'],
  ['chaoyang', 'pingguyiyuan huairou miyun yanqing'],
  ['jishuitan', 'haidian liangxiang fuxing'],
  ['tiantan', 'mentougou fengtai shijingshan'],
  ['tongren', 'daxing chuiyangliu zhongguancun'],
];
/** As the annex of 京医管改〔2017〕21号 groups its pairs, with hospitals of the districts: the real 17 stay free. */
export const annexPairs: Pair[] = annex.flatMap(([pilot, keys]) =>
  keys.split(' ').map((assisted) => ({ pilot, assisted })),
);

/** When the leader signed: some ten weeks ago. */
export const signedAgo = 50;

export function demoCampaigns(days: Days): DemoCampaign[] {
  const from = days.ago(signedAgo);
  const next = days.ahead(12);
  return [
    {
      ...{ key: 'reform', by: 'inspector1', at: days.slot(signedAgo + 2, 3, 0), pairs: annexPairs },
      form: {
        title: '区属医院医药分开综合改革“手拉手”帮带',
        basis: '北京市人民政府关于印发《医药分开综合改革实施方案》的通知（京政发〔2017〕11号）',
        purpose:
          '5家试点医院自2012年启动公立医院改革以来，积累了流程管理、制度建设和突发事件处理的经验。\n为保障市属医院整体改革顺利实施，在试点医院与17家区属医院之间结对，经验共享、问题共商、风险共防。',
        launchOn: addDays(from, 18),
        ...{ from, to: addDays(addMonths(from, 8), -1), areas: demoAreas, allowSeveralHelpers: false },
        contact: '改革发展处 李明远，010-55500000',
      },
    },
    {
      ...{ key: 'device', by: 'inspector2', at: days.slot(1, 5, 0) },
      pairs: [
        { pilot: 'fuxing', assisted: 'longfu' },
        { pilot: 'fuxing', assisted: 'yanqing' },
        { pilot: 'shijingshan', assisted: 'liangxiang' },
        { pilot: 'shijingshan', assisted: 'mentougou' },
        { pilot: 'luhe', assisted: 'pingguyiyuan' },
      ],
      form: {
        title: '医耗联动综合改革“手拉手”帮带',
        basis: '医耗联动综合改革工作部署（演示）',
        purpose:
          '在医药分开综合改革帮带的基础上，由准备较充分的医院帮带区属医院，做好耗材加成取消和项目规范调整前后的衔接。',
        launchOn: addDays(next, 30),
        ...{
          from: next,
          to: addDays(addMonths(next, 6), -1),
          areas: ['finance', 'it', 'publicity', 'performance'],
        },
        ...{ allowSeveralHelpers: true, contact: '医疗护理处 周文静，010-55500001' },
      },
    },
    {
      ...{ key: 'pharmacist', by: 'inspector3', at: days.slot(7, 2, 0) },
      pairs: [
        { pilot: 'tongren', assisted: 'miyun' },
        { pilot: 'daxing', assisted: 'haidian' },
        { pilot: 'shunyi', assisted: 'zhongguancun' },
      ],
      form: {
        title: '药师转型与用药咨询专项帮带',
        basis: '区属医院药事管理年度工作安排（演示）',
        purpose: '推动药师由供应保障转向药学服务，在三家区属医院各建成一个固定开诊的用药咨询门诊。',
        launchOn: addDays(next, 20),
        ...{ from: next, to: addDays(addMonths(next, 6), -1), areas: ['pharmacy', 'publicity'] },
        ...{ allowSeveralHelpers: true, contact: '财务与资产管理处 何立群，010-55500002' },
      },
    },
  ];
}

export const campaignLines = (days: Days): Line[] => [
  {
    in: 'reform',
    at: days.slot(signedAgo, 0, 0),
    by: 'leader1',
    action: 'sign',
    form: { decision: 'sign', note: '同意。请改革发展处盯紧改革启动前的准备。' },
  },
  {
    ...{ in: 'pharmacist', at: days.slot(4, 3, 0), by: 'leader2', action: 'sign' },
    form: {
      decision: 'return',
      note: '顺义区医院与中关村医院业务相近，请商药事处再核结对名单；考核办法需补充。',
    },
  },
];
