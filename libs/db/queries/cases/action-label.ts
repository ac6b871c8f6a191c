import { kindOf } from '#domain/kinds/index';
import { clockAction, openAction } from '#domain/procedure';

export function actionLabel(kind: string, action: string): string {
  if (action === openAction) return '立项';
  if (action === clockAction) return '期限提醒';
  return kindOf(kind).actions[action]?.label ?? action;
}
