import { messageLabels } from '../../api/labels.ts';

type Params = Record<string, string | number>;
type Code = keyof typeof messageLabels;

/** Sentences of the messages by their code: one for every code that the server knows (libs/domain/message-codes.ts). */
const sentences: Record<Code, (params: Params) => string> = {
  reminder: (params) => `${about(params)}${standing(params)}，请及时办理。`,
  urge: (params) => `${about(params)}经办人催办，请抓紧办理。`,
  escalation: (params) => `${about(params)}${standing(params)}，请督促办理。`,
  'todo-opened': (params) => `${about(params)}请办理。`,
  'notice-issued': (params) => {
    const subject = text(params, 'caseTitle', 'caseNumber');
    return `${subject && `${subject}：`}收到${text(params, 'title', 'notice') || '新的文书'}，请阅看。`;
  },
  'unknown-hospital': (params) =>
    `${text(params, 'by') || '经办人'}送来：结对名单中的“${text(params, 'text')}”不在机构名册，请登记，或登记为已有医院的简称、曾用名。`,
  'posts-awaited': (params) =>
    `${text(params, 'by') || '系统管理员'}导入了人员，职务待您授予：${text(params, 'text')}。`,
  'webhook-stopped': (params) =>
    `消息推送“${text(params, 'name')}”连续多日送不到，已停止。请检查对方地址后恢复，恢复后从断处接着推送。`,
};

/** Rungs of the ladder: how far from the due day they stand, in working days. */
const rungs: Record<string, number> = {
  'before-5': -5,
  'before-2': -2,
  due: 0,
  'after-1': 1,
  'after-3': 3,
  'after-10': 10,
};

function text(params: Params, ...names: string[]): string {
  const value = names.map((name) => params[name]).find((one) => one !== undefined && one !== '');
  return value === undefined ? '' : String(value);
}

function about(params: Params): string {
  const step = text(params, 'stepLabel', 'step');
  const subject = text(params, 'caseTitle', 'caseNumber');
  if (step && subject) return `${subject}：${step}，`;
  return step ? `${step}，` : subject ? `${subject}，` : '有一项待办，';
}

/** `lateBy` is by how much the message itself came late; the rung says where the deadline stands. */
function standing(params: Params): string {
  const [code = '', turn = '1'] = text(params, 'turn', 'rung').split('#');
  const offset = code === 'overdue' ? Number(turn) * 2 : rungs[code];
  if (offset === undefined) return '临近或已过期限';
  const days = offset + Number(params.lateBy ?? 0);
  if (days < 0) return `还剩${-days}个工作日`;
  return days === 0 ? '今日到期' : `已逾期${days}个工作日`;
}

const isCode = (code: string): code is Code => Object.hasOwn(messageLabels, code);

/** A code of a newer server is shown as it is, so that nothing is lost. */
export const messageText = (code: string, params: Params): string =>
  text(params, 'sentence') || (isCode(code) ? sentences[code](params) : `系统消息（${code}）`);

export const messageSort = (code: string): string => (isCode(code) ? messageLabels[code] : '消息');
