import { draftSorts, messageLabels } from '../../api/labels.ts';
import { dateText } from '../../days/day-text.ts';

type Params = Record<string, string | number>;
type Code = keyof typeof messageLabels;

type DraftCode = Extract<Code, `${(typeof draftSorts)[number]}-${'handed-in' | 'returned' | 'published'}`>;

/** What is told of a draft of any sort. */
const draftSentences = Object.fromEntries(
  draftSorts.flatMap((sort): [DraftCode, (params: Params) => string][] => [
    [
      `${sort}-handed-in`,
      (params) => `${text(params, 'by')}报来${text(params, 'subject')}，请核对影响后批准或者退回。`,
    ],
    [
      `${sort}-returned`,
      (params) => `${text(params, 'by')}退回了${text(params, 'subject')}：${text(params, 'reason')}`,
    ],
    [
      `${sort}-published`,
      (params) => `${text(params, 'by')}批准了您报送的${text(params, 'subject')}，已发布。`,
    ],
  ]),
) as Record<DraftCode, (params: Params) => string>;

/** Sentences of the messages by their code: one for every code that the server knows (libs/domain/message-codes.ts). */
const sentences: Record<Code, (params: Params) => string> = {
  ...draftSentences,
  reminder: (params) => `${about(params)}${standing(params)}，请及时办理。`,
  urge: (params) => `${about(params)}经办人催办，请抓紧办理。`,
  'late-in-house': (params) => `${about(params)}${standing(params)}，请督促本单位办理。`,
  extended: (params) => `${about(params)}已同意延期，新的期限见事项页面。`,
  'extension-refused': (params) => `${about(params)}不同意延期，请按原期限办理。`,
  suspended: (params) => `${about(params)}期限已中止计算。`,
  'suspension-refused': (params) => `${about(params)}不同意中止计算期限，请按期办理。`,
  'suspended-long': (params) => `${about(params)}期限中止多日，请核对中止事由；事由已消除的，请恢复计算。`,
  resumed: (params) => `${about(params)}期限已恢复计算，新的期限见事项页面。`,
  'paper-sent': (params) => `${about(params)}领导已签发督办文书，请阅看并抓紧办理。`,
  'paper-to-sign': (params) => `${paper(params)}已送至您单位收件箱，请签收；拒绝签收的，请说明理由。`,
  'paper-served': (params) =>
    `${paper(params)}${recipient(params)}已于${dateText(text(params, 'on'))}送达（${text(params, 'wayLabel')}）。`,
  'paper-refused': (params) =>
    `${paper(params)}${recipient(params)}拒绝签收，下一步${text(params, 'nextLabel') || '另行送达'}。`,
  'service-next': (params) =>
    `${paper(params)}${recipient(params)}还没有送达，下一步${text(params, 'nextLabel') || '另行送达'}。`,
  instructed: (params) => `${about(params)}领导已作批示，请按批示办理。`,
  'taken-over': (params) => `${about(params)}领导已亲自督办。`,
  'given-back': (params) => `${about(params)}委派的事项已交回，请继续办理。`,
  'assigned-hand-over': (params) => `${about(params)}已转由您办理。`,
  'assigned-delegate': (params) => `${about(params)}已委派给您办理，办好后交回委派人。`,
  'assigned-reassign': (params) => `${about(params)}已改派由您办理。`,
  'assigned-take-over': (params) => `${about(params)}已转由您亲自督办。`,
  escalation: (params) => `${about(params)}${standing(params)}，请督促办理。`,
  'todo-opened': (params) => `${about(params)}请办理。`,
  'notice-issued': (params) => {
    const subject = text(params, 'caseTitle', 'caseNumber');
    return `${subject && `${subject}：`}收到${text(params, 'title', 'notice') || '新的文书'}，请阅看。`;
  },
  'unknown-hospital': (params) =>
    `${text(params, 'by') || '经办人'}送来：结对名单中的“${text(params, 'text')}”不在机构名册，请登记，或登记为已有医院的简称、曾用名。`,
  'notice-voided': (params) =>
    `${text(params, 'title')}${text(params, 'number') && `（${text(params, 'number')}）`}已作废，请停止执行；理由见文书。`,
  'due-moved': (params) =>
    `${about(params)}工作日历更新，期限由${dateText(text(params, 'from'))}改为${dateText(text(params, 'to'))}。`,
  'posts-awaited': (params) =>
    `${text(params, 'by') || '系统管理员'}导入了人员，职务待您授予：${text(params, 'text')}。`,
  'deputy-named': (params) =>
    `${text(params, 'person')}${period(params)}请假，由您代行${text(params, 'duties')}，到第一天自动开始。`,
  'deputy-changed': (params) =>
    `${text(params, 'person')}的请假改为${period(params)}，仍由您代行${text(params, 'duties')}。`,
  'deputy-ended': (params) =>
    `${text(params, 'person')}${period(params)}的请假已撤回、改由他人代理或提前结束，您不再代行${text(params, 'duties')}。`,
  'deputy-over': (params) =>
    `${text(params, 'person')}${period(params)}的请假已期满，您不再代行${text(params, 'duties')}。`,
  'paper-stuck': (params) =>
    `${text(params, 'title')}${text(params, 'number') && `（${text(params, 'number')}）`}已经编号，但一直没有生成出来，收文单位还没有收到。系统仍在重试，文号保留；请检查系统状况，其他事项不受影响。`,
  'webhook-stopped': (params) =>
    `消息推送“${text(params, 'name')}”连续多日送不到，已停止。请检查对方地址后恢复，恢复后从断处接着推送。`,
};

function text(params: Params, ...names: string[]): string {
  const value = names.map((name) => params[name]).find((one) => one !== undefined && one !== '');
  return value === undefined ? '' : String(value);
}

function paper(params: Params): string {
  const subject = text(params, 'caseTitle', 'caseNumber');
  return `${subject && `${subject}：`}${text(params, 'title') ? `《${text(params, 'title')}》` : '文书'}`;
}

const recipient = (params: Params) => (params.recipientName ? `对${text(params, 'recipientName')}` : '');

function period(params: Params): string {
  const [from, to] = [text(params, 'from'), text(params, 'to')];
  return from === to ? dateText(from) : `${dateText(from)}至${dateText(to)}`;
}

function about(params: Params): string {
  const step = text(params, 'stepLabel', 'step');
  const subject = text(params, 'caseTitle', 'caseNumber');
  if (step && subject) return `${subject}：${step}，`;
  return step ? `${step}，` : subject ? `${subject}，` : '有一项待办，';
}

/** `lateBy` is by how much the message itself came late; `offset` says where its rung stands. */
function standing(params: Params): string {
  if (params.offset === undefined) return '临近或已过期限';
  const days = Number(params.offset) + Number(params.lateBy ?? 0);
  if (days < 0) return `还剩${-days}个工作日`;
  return days === 0 ? '今日到期' : `已逾期${days}个工作日`;
}

const isCode = (code: string): code is Code => Object.hasOwn(messageLabels, code);

/** A code of a newer server is shown as it is, so that nothing is lost. */
export const messageText = (code: string, params: Params): string =>
  text(params, 'sentence') || (isCode(code) ? sentences[code](params) : `系统消息（${code}）`);

export const messageSort = (code: string): string => (isCode(code) ? messageLabels[code] : '消息');
