import type { Step } from '../../kind.ts';

const step = (label: string, action: string, rule?: string): Step => ({
  label,
  action,
  ...(rule ? { rule: `pairing.${rule}` } : {}),
});

/** Done by signing a paper. */
const signed = (...of: Parameters<typeof step>): Step => ({ ...step(...of), papers: 'sign' });

/** What a pair can owe, the action that answers it, and the row that limits it. */
export const steps: Record<string, Step> = {
  confirm: step('确认结对关系', 'confirm', 'confirm'),
  'decide-objection': step('处理异议', 'decide-objection', 'decide-objection'),
  'file-group': step('报送专班名单', 'file-group', 'file-group'),
  'sign-pledge': signed('签署责任书', 'sign-pledge', 'sign-pledge'),
  'file-pledge': step('责任书备案', 'file-pledge', 'file-pledge'),
  'file-needs': step('报送需求、问题和基线数据', 'file-needs', 'file-needs'),
  'submit-plan': step('提交帮带计划', 'submit-plan', 'submit-plan'),
  'agree-plan': step('商定帮带计划', 'agree-plan', 'agree-plan'),
  'report-item': step('办理计划事项', 'report-item'),
  'weekly-report': step('报送周报', 'weekly-report', 'weekly-report'),
  'inspect-midterm': step('安排中期检查', 'inspect-midterm'),
  'approve-midterm': signed('审批中期检查通报', 'approve-midterm', 'approve-inspection'),
  'inspect-final': step('安排终期检查', 'inspect-final'),
  'approve-final': signed('审批终期检查通报', 'approve-final', 'approve-inspection'),
  'hand-in-summary': step('提交帮带总结', 'hand-in-summary', 'hand-in'),
  'hand-in-statement': step('提交成效说明', 'hand-in-statement', 'hand-in'),
  'hand-in-handover': step('提交移交清单', 'hand-in-handover', 'hand-in'),
  close: step('结对办结', 'close', 'close'),
  'decide-ending': step('审批续签、更换或终止', 'decide-ending', 'decide-ending'),
  archive: step('案卷归档', 'archive', 'archive'),
};
