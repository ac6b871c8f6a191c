import { textId } from '../../../queries/cases/dispatch/text-row.ts';
import { demoId } from '../../demo.ts';
import { orgId } from '../actors.ts';
import type { Days } from '../days.ts';
import type { Launch, Line } from '../line.ts';

export interface DemoText {
  key: string;
  by: string;
  paper: string;
  /** Working days ago. */
  ago: number;
  form: Record<string, unknown> & { title: string; to?: string[] };
}

const contact = '改革发展处 李明远，010-55500000';
const hospitals = ['luhe', 'shunyi', 'huairou', 'fengtai', 'daxing'].map(orgId);

/** One that is sent, one that waits for the leader, one that came back with marks. */
export const demoTexts: readonly DemoText[] = [
  {
    ...{ key: 'dispatch-duty', by: 'inspector1', paper: 'general-notice', ago: 8 },
    form: {
      title: '做好改革启动当日值守工作',
      opening: '为确保改革启动当日各项工作平稳有序，现就值守工作有关事项通知如下：',
      sections: [
        {
          heading: '值守安排',
          text: '启动前一日22时至启动当日24时，各医院主要负责人在院带班，专班人员在岗值守，值守名单提前两日报送。',
        },
        {
          heading: '信息报送',
          text: '每两小时报送一次运行情况；发生系统中断、患者聚集等情况的，立即电话报告，随后书面补报。',
        },
      ],
      contact,
      annexes: [],
      to: hospitals,
      outside: ['市卫生健康委'],
      addressed: ['各有关医院'],
    },
  },
  {
    ...{ key: 'dispatch-circular', by: 'inspector2', paper: 'circular', ago: 4 },
    form: {
      title: '改革启动准备情况抽查结果',
      opening: '近期，我局抽查了5家医院的改革启动准备情况。现将有关情况通报如下：',
      sections: [
        { heading: '总体情况', text: '5家医院均已建立工作专班，制定应急预案，完成至少一次全流程演练。' },
        {
          heading: '存在的问题',
          text: '一是个别医院价表导入后未逐行核对。\n二是夜间切换演练次数不足，回退步骤不熟。',
        },
        { heading: '工作要求', text: '请各医院举一反三，一周内完成自查，发现的问题列入台账，办结销号。' },
      ],
      annexes: [],
      to: hospitals,
      addressed: ['各有关医院'],
    },
  },
  {
    ...{ key: 'dispatch-letter', by: 'inspector1', paper: 'general-letter', ago: 3 },
    form: {
      title: '商请支持改革启动期间医保结算保障工作',
      opening: '市属医院将同步实施医药分开综合改革。现就启动期间医保结算保障工作商请如下：',
      paragraphs: '请贵局安排专人于启动当日值守，协助处理结算接口异常。',
      ending: '特此函商，请予支持为盼。',
      contact,
      annexes: [],
      to: [orgId('yibao')],
    },
  },
];

export const drafted = (days: Days): Launch[] =>
  demoTexts.map(({ key, by, paper, ago, form: { title } }, turn) => ({
    ...{ in: key, by, at: days.slot(ago, 0, turn), kind: 'dispatch' },
    ...{ form: { paper, title }, fields: { paper } },
  }));

/** Records stand before the acts that rest on them. */
const handedIn = ({ key, form }: DemoText) => ({
  records: [{ id: textId(demoId('case', key)), version: 1 }],
  recipients: form.to ?? [],
});

export function dispatchLines(days: Days): Line[] {
  const [duty, circular, letter] = demoTexts;
  if (!duty || !circular || !letter) return [];
  const submit = (text: DemoText, turn: number): Line => ({
    ...{ in: text.key, by: text.by, at: days.slot(text.ago, 3, turn), action: 'submit' },
    ...{ form: { version: 1 }, facts: handedIn(text) },
  });
  const act = (text: DemoText, by: string, at: Line['at'], action: string, form: object): Line => ({
    ...{ in: text.key, by, at, action, form: { ...form } },
  });
  return [
    submit(duty, 0),
    act(duty, 'head1', days.slot(7, 2, 0), 'review', { decision: 'pass' }),
    act(duty, 'leader1', days.slot(6, 1, 0), 'sign', { decision: 'sign' }),
    act(duty, 'archivist1', days.slot(6, 5, 0), 'note-seal', {
      ...{ sealedOn: days.ago(6), copies: 6, sealedBy: '办公室 吴素云' },
    }),
    act(duty, 'inspector1', days.slot(5, 1, 0), 'send', {
      handed: [{ unit: '市卫生健康委', on: days.ago(5), how: '机要交换' }],
    }),
    submit(circular, 1),
    act(circular, 'head2', days.slot(3, 2, 1), 'review', { decision: 'pass' }),
    act(circular, 'legal1', days.slot(1, 3, 1), 'legal-review', {
      ...{ decision: 'pass', note: '不涉及患者个人信息，可以印发。' },
    }),
    submit(letter, 2),
    act(letter, 'head1', days.slot(1, 4, 2), 'review', {
      decision: 'return',
      note: '事项请写全，改后再报。',
      marks: [
        { place: '正文', text: '只提了当日值守，跨区结算的政策解释也要商请' },
        { place: '结束语', text: '写明希望对方复函的时间' },
      ],
    }),
  ];
}
