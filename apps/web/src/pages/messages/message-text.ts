import { dateText } from '../../days/day-text.ts';

type Params = Record<string, string | number>;

/** Sentences of the messages by their code; a code that stands in no row is shown as it is, so that nothing is lost. */
const sentences: Record<string, (params: Params) => string> = {
  reminder: (params) => `${about(params)}${standing(params)}，请及时办理。`,
  escalation: (params) => `${about(params)}${standing(params)}，请督促办理。`,
  'todo-opened': (params) => `${about(params)}请办理。`,
  'notice-issued': (params) => {
    const subject = text(params, 'caseTitle', 'caseNumber');
    return `${subject && `${subject}：`}收到${text(params, 'title', 'notice') || '新的文书'}，请阅看。`;
  },
  'unknown-hospital': (params) =>
    `${text(params, 'by') || '经办人'}送来：结对名单中的“${text(params, 'text')}”不在机构名册，请登记，或登记为已有医院的简称、曾用名。`,
  'due-moved': (params) =>
    `${about(params)}工作日历更新，期限由${dateText(text(params, 'from'))}改为${dateText(text(params, 'to'))}。`,
  'calendar-handed-in': (params) =>
    `${text(params, 'by')}报来${text(params, 'year')}年工作日历，请核对影响后批准或者退回。`,
  'calendar-returned': (params) =>
    `${text(params, 'by')}退回了${text(params, 'year')}年工作日历：${text(params, 'reason')}`,
  'calendar-published': (params) =>
    `${text(params, 'by')}批准了您报送的${text(params, 'year')}年工作日历，已发布。`,
  'posts-awaited': (params) =>
    `${text(params, 'by') || '系统管理员'}导入了人员，职务待您授予：${text(params, 'text')}。`,
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

export function messageText(code: string, params: Params): string {
  return text(params, 'sentence') || (sentences[code]?.(params) ?? `系统消息（${code}）`);
}

const sorts: Record<string, string> = {
  reminder: '催办',
  escalation: '督办升级',
  'todo-opened': '待办',
  'notice-issued': '文书',
  'unknown-hospital': '名册',
  'due-moved': '期限',
  'calendar-handed-in': '日历',
  'calendar-returned': '日历',
  'calendar-published': '日历',
};

export const messageSort = (code: string): string => sorts[code] ?? '消息';
