import type { RecordBody } from '#contracts/record';
import { v5 } from 'uuid';
import { demoId } from '../demo.ts';
import { CaseRecord } from '../../entities/record.ts';
import type { EntityManager } from '../../orm.ts';
import { actorOf, orgId } from './actors.ts';
import type { Days } from './days.ts';
import type { HeldCampaign } from './play.ts';

/** What the hospitals kept while working; no act. Days are working days ago. */
const kept: [
  assisted: string,
  by: 'pilot' | 'assisted',
  ago: number,
  body: Omit<RecordBody, 'on' | 'files'>,
][] = [
  [
    'luhe',
    'pilot',
    32,
    {
      sort: 'visit',
      area: 'medical',
      place: '潞河医院门诊楼',
      people: '医务处、门诊部5人',
      text: '走访门诊大厅和退费窗口，商定咨询台位置和导医动线。',
    },
  ],
  [
    'luhe',
    'pilot',
    28,
    {
      sort: 'lecture',
      area: 'finance',
      place: '潞河医院报告厅',
      people: '收费、医保、病区护士长120人',
      text: '讲解价表核对方法和退费案例，现场答疑23问。',
    },
  ],
  [
    'luhe',
    'assisted',
    25,
    {
      sort: 'meeting',
      place: '友谊医院会议室',
      people: '双方专班14人',
      text: '第二次例会：确定零点切换演练时间；自助机改造列为重点督促事项。',
    },
  ],
  [
    'luhe',
    'pilot',
    17,
    {
      sort: 'guidance',
      area: 'it',
      place: '潞河医院信息中心',
      people: '工程师3人',
      text: '驻点一天，指导切换脚本和回退步骤，夜间演练全程在场。',
    },
  ],
  [
    'shunyi',
    'assisted',
    18,
    {
      sort: 'meeting',
      place: '线上',
      people: '双方专班11人',
      text: '例会：价表差异条目多，商定由试点医院派财务骨干复核。',
    },
  ],
  [
    'huairou',
    'pilot',
    15,
    {
      sort: 'lecture',
      area: 'pharmacy',
      place: '北京怀柔医院',
      people: '药师40人',
      text: '用药咨询门诊的排班、记录和常见问题。',
    },
  ],
  [
    'fengtai',
    'pilot',
    12,
    {
      sort: 'guidance',
      area: 'insurance',
      place: '丰台医院医保办',
      people: '医保办6人',
      text: '逐项核对结算衔接口径，整理出12个待统一问题。',
    },
  ],
  [
    'chuiyangliu',
    'assisted',
    7,
    {
      sort: 'visit',
      area: 'insurance',
      place: '同仁医院医保办',
      people: '医保办2人',
      text: '上门学习跨区转诊患者的解释话术。',
    },
  ],
];

export async function keepDemoRecords(
  em: EntityManager,
  days: Days,
  campaigns: readonly HeldCampaign[],
): Promise<void> {
  const [campaign] = campaigns;
  const rows = kept.flatMap(([assisted, side, ago, body], turn) => {
    const row = campaign?.pairs.findIndex((pair) => pair.assisted === assisted) ?? -1;
    const pair = campaign?.pairs[row];
    if (!campaign || !pair) return [];
    const caseId = v5(String(row + 1), campaign.caseId);
    const { personId } = actorOf(`${pair[side]}.liaison`);
    const at = days.afternoon(days.ago(ago), turn);
    const full: RecordBody = { ...body, on: days.ago(ago), files: [] };
    return [
      {
        id: demoId('record', `${caseId}/${turn}`),
        version: 1,
        caseId,
        sort: body.sort,
        body: { ...full },
        personId,
        orgId: orgId(pair[side]),
        at,
      },
    ];
  });
  await em.insertMany(CaseRecord, rows);
}
