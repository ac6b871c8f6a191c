import { refuse, type Refusal } from '../permission.ts';

const reasons: Record<string, string> = {
  recused: '所选人员已按决定回避本事项，请另选他人。',
  conflict: '所选人员与当事单位有已申报的回避关系，请另选他人。',
  own: '此事由所选人员提出或经其办理，不能再由其审批，请另选他人。',
  signed: '所选人员已在此事上签署过意见，一人只签署一次，请另选他人。',
};

/** What would keep somebody from an act, said to whoever wants to give it to him. */
export const aboutReceiver = ({ refused, reason }: Refusal): Refusal =>
  refuse(refused, reasons[refused] ?? reason, 'personId');
