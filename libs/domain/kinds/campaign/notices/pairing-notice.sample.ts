import { coreAreas } from '../../pairing/areas.ts';
import { annexRows } from '../pairs/annex.sample.ts';
import type { PairingNoticeData } from './pairing-notice.ts';

/** The 17 pairs of source 000, with the days of a later campaign. */
export const pairingNoticeSample: PairingNoticeData = {
  number: '京医管改〔2017〕21号',
  issuer: '北京市医院管理局',
  title: '医药分开综合改革“手拉手”帮带',
  basis: '北京市人民政府关于印发《医药分开综合改革实施方案》的通知（京政发〔2017〕11号）',
  purpose:
    '5家试点医院自2012年启动公立医院改革以来，在流程管理、制度建设和突发事件处理等方面积累了丰富的经验。\n为保障市属医院整体改革顺利实施，在试点医院与其他市属医院之间建立结对关系，做到经验共享、问题共商、风险共防。',
  addressees: ['各市属医院'],
  launchOn: '2017-04-08',
  from: '2017-03-22',
  to: '2017-12-31',
  areas: coreAreas,
  pairs: annexRows.map(({ pilotText, assistedText }) => ({ pilot: pilotText, assisted: assistedText })),
  steps: [
    { label: '双方确认结对', due: '2017-03-28' },
    { label: '报送工作专班和各领域联系人名单', due: '2017-04-07' },
    { label: '签署责任书', due: '2017-04-21' },
  ],
  contact: '改革发展处 马䶮，010-00000000',
  copies: ['市卫生计生委', '市发展改革委', '市人力社保局'],
  printedBy: '北京市医院管理局办公室',
  date: '2017-03-21',
};
