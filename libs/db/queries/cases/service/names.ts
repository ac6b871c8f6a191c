import type { CaseState } from '#domain/case';
import { noticeTypeOf } from '#domain/notice-types';
import { pieceOf } from '#domain/service/state';
import type { NameOf } from '../names.ts';

/** A paper by its name, as sentences quote it. */
export const paperName = (code: string): string => `《${noticeTypeOf(code).label}》`;

/** Which paper on whom: 《约谈通知书》，北京友谊医院. Papers of one sort are told apart by their number in the case. */
export function pieceNames(state: CaseState, orgName: NameOf): (key: string) => string | undefined {
  const services = state.services ?? {};
  return (key) => {
    const { service, recipient } = pieceOf(key);
    const paper = services[service];
    if (!paper) return undefined;
    const alike = Object.keys(services).filter((id) => services[id]?.code === paper.code);
    const nth = alike.length > 1 ? `（第${alike.indexOf(String(service)) + 1}份）` : '';
    return `${paperName(paper.code)}${nth}，${orgName(recipient) ?? recipient}`;
  };
}
