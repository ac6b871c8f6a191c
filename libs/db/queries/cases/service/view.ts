import type { NoticeLine } from '#contracts/notice';
import type { Day } from '#domain/day';
import { rowAfter, type ChainRule } from '#domain/service/chain';
import { pieceKey, type Recipient, type Service } from '#domain/service/state';
import { attemptLabel, serviceWays } from '#domain/service/ways';
import type { NameOf } from '../names.ts';
import type { Sight } from '../visible.ts';

type View = NonNullable<NoticeLine['service']>;

interface Shown {
  service: number;
  paper: Service;
  sight: Sight;
  orgName: NameOf;
  /** Receipts by the piece that they prove. */
  receipts: ReadonlyMap<string, string>;
  chain: readonly ChainRule[];
}

/** Each recipient with what was done, what is proven by what, and what is next. An organisation reads its own only. */
export function serviceView({ service, paper, sight, orgName, receipts, chain }: Shown): View {
  const shown = Object.entries(paper.to).filter(([id]) => sight === 'all' || sight.includes(id));
  return {
    sentOn: paper.sentOn ?? null,
    recipients: shown.map(([recipient, one]) => ({
      recipient,
      name: orgName(recipient) ?? recipient,
      proven: one.proven ? { way: serviceWays[one.proven.way], on: one.proven.on } : null,
      tried: sight === 'all' ? one.tried.map(({ what, on }) => ({ label: attemptLabel(what), on })) : [],
      next: sight === 'all' && paper.sentOn && !one.proven ? nextOf(one, paper.sentOn, chain) : null,
      receiptId: receipts.get(pieceKey({ service, recipient })) ?? null,
    })),
  };
}

function nextOf(
  { tried, next }: Recipient,
  sentOn: Day,
  chain: readonly ChainRule[],
): NonNullable<View['recipients'][number]['next']> {
  const last = tried.at(-1);
  if (last?.what === 'posted') return { label: '等邮寄结果', why: '邮件已经寄出', ground: null };
  if (last?.what === 'entrusted')
    return { label: '等委托送达的结果', why: '委托函已经发出', ground: '民事诉讼法第91条' };
  if (last?.what === 'transferred')
    return { label: '等转交的结果', why: '已交有关单位转交', ground: '民事诉讼法第92条至第94条' };
  if (last?.what === 'published')
    return { label: '等公告期满', why: '公告期满视为送达', ground: '民事诉讼法第95条' };
  if (!last) {
    const label = next === 'electronic' ? '等对方在系统内签收' : serviceWays[next];
    return { label, why: next === 'electronic' ? '已发至对方收件箱' : '对方没有本系统的账号', ground: null };
  }
  const row = rowAfter(last.what, last.on > sentOn ? last.on : sentOn, chain);
  return {
    label: serviceWays[next],
    why: row?.label ?? attemptLabel(last.what),
    ground: row?.ground ?? null,
  };
}
