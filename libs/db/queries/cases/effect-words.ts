import type { Effect, Expected } from '#domain/case';
import { longDay } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { noticeTypeOf } from '#domain/notice-types';
import type { Office } from '#domain/permission';
import { dueMoved } from '#domain/rebook';
import type { NameOf } from './names.ts';
import { officeName } from './todo-line.ts';

export interface Wording {
  kind: string;
  orgName: NameOf;
  /** Which of several pieces: the plan item, the problem, the week. */
  detail: (step: string, round: string) => string | undefined;
}

const office = (to: Office, orgName: NameOf): string =>
  'orgId' in to ? officeName(orgName(to.orgId) ?? '有关单位', to.role) : officeName(null, to.role);

function piece({ kind, detail }: Wording, { step, round }: Pick<Expected, 'step' | 'round'>): string {
  const label = kindOf(kind).steps[step]?.label ?? step;
  const which = detail(step, round);
  return which ? `${label}（${which}）` : label;
}

function ofKey(wording: Wording, key: string): string {
  const [step = '', ...round] = key.split('/');
  return piece(wording, { step, round: round.join('/') });
}

/** What followed from an act, each effect as one line; what the act itself already says is left out. */
export function effectWords(effects: readonly Effect[], wording: Wording): string[] {
  return effects.flatMap((effect): string[] => {
    switch (effect.type) {
      case 'openTodo': {
        const { deadline } = effect.todo;
        const due = deadline ? `，期限${longDay(deadline.due)}` : '';
        return [`待办：${office(effect.todo.office, wording.orgName)}${piece(wording, effect.todo)}${due}`];
      }
      case 'closeTodo':
        return effect.outcome === 'dropped' ? [`撤销待办：${ofKey(wording, effect.key)}`] : [];
      case 'message':
        return [messageWords(effect, wording, effects)];
      case 'issueNotice':
        return [
          `印发${noticeTypeOf(effect.code).label}${effect.each ? `${effect.to.length}份，每家收文单位一份` : ''}`,
        ];
      case 'deliverNotice':
        return [`文书送${effect.to.length}家收文单位${effect.serving ? '，请各家签收' : ''}`];
      case 'voidNotice':
        return ['文书作废，通知已收文的单位'];
      case 'openCases':
        return [`立项各${kindOf(effect.kind).label}`];
      case 'openCase':
        return [`立项新的${kindOf(effect.kind).label}`];
      case 'tellCase':
        // A receiver need not know whether others are served the like.
        if (wording.kind === 'serving') return ['送达办结'];
        return [effect.action === 'member-ended' ? '告知所属批次' : '告知来源事项'];
      case 'tellMembers':
        return ['告知所属各事项'];
      default:
        return [];
    }
  });
}

/** What supervising did to a todo, as the timeline says it. */
const deeds: Record<string, string> = {
  urge: '催办',
  extended: '延长期限',
  'extension-refused': '不同意延期',
  suspended: '中止计算期限',
  'suspension-refused': '不同意中止',
  resumed: '恢复计算期限',
  instructed: '批示后退回办理',
  'taken-over': '亲自督办',
  'given-back': '交回委派事项',
  'assigned-hand-over': '转办',
  'assigned-delegate': '委派办理',
  'assigned-reassign': '改派',
};

function messageWords(
  effect: Extract<Effect, { type: 'message' }>,
  wording: Wording,
  all: readonly Effect[],
): string {
  const about = effect.todoKey ? `：${ofKey(wording, effect.todoKey)}` : '';
  const deed = deeds[effect.code];
  if (deed) {
    const changed = all.find((one) => one.type === 'updateTodo' && one.key === effect.todoKey);
    const deadline = changed?.type === 'updateTodo' ? changed.todo.deadline : undefined;
    const moves = effect.code === 'extended' || effect.code === 'resumed';
    return `${deed}${about}${moves && deadline ? `，期限${longDay(deadline.due)}` : ''}`;
  }
  const to = office(effect.to, wording.orgName);
  if (effect.code === dueMoved) {
    const [from, now] = [effect.params?.from, effect.params?.to].map((day) => longDay(String(day)));
    return `${to}${effect.todoKey ? ofKey(wording, effect.todoKey) : ''}：期限由${from}改为${now}`;
  }
  if (effect.code === 'escalation') return `逾期报${to}${about}`;
  return effect.code === 'reminder' ? `提醒${to}${about}` : `消息通知${to}${about}`;
}
