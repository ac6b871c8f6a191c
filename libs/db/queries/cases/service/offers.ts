import { noticeTypes } from '#domain/notice-types';
import { pieceKey, underWay } from '#domain/service/state';
import { waitsFor } from '#domain/service/ways';
import type { Option } from '../supervision/todo-options.ts';
import type { EntityManager } from '../../../orm.ts';
import { checkerOptions } from '../on-site-check/offers.ts';
import { orgNames } from '../names.ts';
import type { Asking, Offers } from '../offers.ts';
import { pieceNames } from './names.ts';

/** What is under way, the one of the todo that is answered first of all. */
async function pieces(
  em: EntityManager,
  { row, todo }: Asking,
  fits: (recipient: string) => boolean,
): Promise<{ options: { piece: Option[] }; initial: Record<string, unknown> }> {
  const open = underWay(row.state).filter(({ recipient }) => fits(recipient));
  const nameOf = pieceNames(
    row.state,
    await orgNames(
      em,
      open.map(({ recipient }) => recipient),
    ),
  );
  const piece = open.map((one) => ({ value: pieceKey(one), label: nameOf(pieceKey(one)) ?? '' }));
  const asked =
    piece.find(({ value }) => todo?.endsWith(`/${value}`)) ?? (piece.length === 1 ? piece[0] : undefined);
  return { options: { piece }, initial: asked ? { piece: asked.value } : {} };
}

/** The way that is due is offered first; a person says what came of it. */
const proposed = {
  ...{ direct: 'handed', left: 'left', post: 'posted', public: 'published' },
  ...{ entrusted: 'entrusted', transferred: 'transferred' },
} as const;

/** What service adds to its forms: the papers under way, and who may have served them. */
export const serviceOffers: Offers = {
  'sign-for-paper': (em, asking) => pieces(em, asking, (recipient) => recipient === asking.who.orgId),
  'record-service': async (em, asking) => {
    const { options, initial } = await pieces(em, asking, () => true);
    const one = underWay(asking.row.state).find((piece) => pieceKey(piece) === initial.piece)?.one;
    const next = one?.next;
    const result = next && next in proposed ? proposed[next as keyof typeof proposed] : undefined;
    return {
      options: { ...options, servers: await checkerOptions(em, asking.today) },
      initial: {
        ...initial,
        on: asking.today,
        ...(result && !waitsFor(one?.tried.at(-1)?.what) ? { result } : {}),
      },
    };
  },
  'consent-electronic': () =>
    Promise.resolve({
      options: {
        papers: noticeTypes
          .filter(({ service }) => service === 'formal')
          .map(({ code, label }) => ({ value: code, label })),
      },
    }),
};
