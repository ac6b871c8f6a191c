import type { Effect } from '#domain/case';
import { kindOf } from '#domain/kinds/index';
import { ends, type End } from '#domain/kinds/commitment/state';
import { versionLabel } from '#domain/holidays/calendar-year';
import { clockAction, openAction } from '#domain/procedure';
import { bookAction, dueMoved } from '#domain/rebook';

export function actionLabel(kind: string, action: string): string {
  if (action === openAction) return '立项';
  if (action === clockAction) return '期限提醒';
  if (action === bookAction) return '工作日历或规则更新';
  return kindOf(kind).actions[action]?.label ?? action;
}

interface PastEvent {
  action: string;
  fields: unknown;
  effects: readonly Effect[];
}

/**
 * The line of an event; that of a new rule book says which part is new, and that nothing moved where nothing did, news of another
 * case of which piece it tells.
 */
export function eventLabel(
  kind: string,
  { action, fields, effects }: PastEvent,
  pieceOf: (item: string | undefined) => string | undefined,
): string {
  if (action === 'commitment-ended') {
    const { item, end } = fields as { item?: string; end?: End };
    const told = [pieceOf(item), end && ends[end]].filter(Boolean).join('，');
    return told ? `${actionLabel(kind, action)}：${told}` : actionLabel(kind, action);
  }
  if (action === 'check-opened' || action === 'check-ended') {
    const piece = pieceOf((fields as { item?: string }).item);
    return piece ? `${piece}：${actionLabel(kind, action)}` : actionLabel(kind, action);
  }
  if (action !== bookAction) return actionLabel(kind, action);
  const { calendar = '', rules } = fields as { calendar?: string; rules?: number };
  const moved = effects.some((effect) => effect.type === 'message' && effect.code === dueMoved);
  if (rules !== undefined)
    return moved ? '工作日历和规则更新' : '规则更新，已经起算的期限不变，今后的提醒和上报按新规则';
  return `工作日历更新为${versionLabel(calendar)}${moved ? '' : '，期限无变动'}`;
}
