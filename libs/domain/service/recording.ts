import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { CaseState } from '../case.ts';
import type { Day } from '../day.ts';
import { conflictOf } from '../entitled.ts';
import { action, type Action, type Kind } from '../kind.ts';
import { refuse, type Refusal } from '../permission.ts';
import { bureauRoles } from '../role.ts';
import { rowAfter } from './chain.ts';
import * as forms from './forms.ts';
import { prove, told } from './prove.ts';
import { pieceForm, pieceOf, underWay, withRecipient, type Recipient } from './state.ts';
import { attemptLabel, outcomeOf, provesService, results, waitsFor, type ServiceResult } from './ways.ts';

const codes = Object.keys(results) as [ServiceResult, ...ServiceResult[]];

/** Two of the bureau at least, none of whom must stand aside (行政处罚法第42条、第43条). */
function badServers(
  kind: Kind<CaseState>,
  state: CaseState,
  ids: readonly string[],
  persons: readonly Actor[],
): Refusal | undefined {
  const no = (reason: string) => refuse('servers', reason, 'servers');
  if (new Set(ids).size < 2) return no('送达人不得少于两人。');
  for (const id of ids) {
    const person = persons.find(({ personId }) => personId === id);
    const post = person?.posts.find(
      ({ orgKind, role, actingFor }) =>
        actingFor === undefined &&
        (orgKind === 'bureau' || orgKind === 'section') &&
        bureauRoles.includes(role),
    );
    if (!person || !post) return no('送达人应为主管部门的工作人员。');
    const who = { personId: id, orgId: post.orgId };
    if (conflictOf(kind, state, undefined, { who, actor: person }))
      return no('所选送达人应当回避本事项，请另选他人。');
  }
  return undefined;
}

/** Why this result cannot have come about now. */
function outOfPlace(result: ServiceResult, { tried, proven }: Recipient): Refusal | undefined {
  const no = (reason: string) => refuse('result', reason, 'result');
  if (proven) return no('这份文书已经送达该单位。');
  const out = outcomeOf(result) as ServiceResult | undefined;
  const sent = tried.findLast(({ what }) => what === out || outcomeOf(what) === out);
  if (out !== undefined && sent?.what !== out) return no(`请先登记“${attemptLabel(out)}”。`);
  if (result === 'published' && !tried.some(({ what }) => what === 'post-returned'))
    return no('其他方式无法送达的才能公告送达：请先直接送达，不成再邮寄，邮件被退回后公告。');
  const last = tried.at(-1)?.what;
  if (last === 'published' && !provesService(result))
    return no('已经公告，公告期内只登记已经送达的结果；期满自动视为送达。');
  return last !== undefined && waitsFor(last) && out !== last && !provesService(result)
    ? no(`已经登记“${attemptLabel(last)}”，请登记它的结果。`)
    : undefined;
}

function badDay(on: Day, today: Day, sentOn: Day, { tried }: Recipient): Refusal | undefined {
  const no = (reason: string) => refuse('on', reason, 'on');
  if (on > today) return no('日期不能晚于今天。');
  if (on < sentOn) return no('日期不能早于文书发出的日期。');
  const last = tried
    .map((one) => one.on)
    .sort()
    .at(-1);
  return last !== undefined && on < last ? no('日期不能早于上一次送达的日期。') : undefined;
}

/** What two of the bureau bring back, for a party without an account too. */
export const recording = (kind: Kind<CaseState>): Action<CaseState> =>
  action({
    label: '登记送达情况',
    issues: true,
    verb: '登记送达情况',
    by: (state: CaseState) =>
      underWay(state).length === 0
        ? []
        : [
            { bureau: true, role: 'inspector' },
            { bureau: true, role: 'section-head' },
          ],
    consequences: () => [
      '证明送达的，所填日期即为送达日期，生成送达回证存入案卷，并告知受送达人。',
      '没有送达的，列出下一步的送达方式；公告的，{service.public}期满视为送达。',
    ],
    form: forms.record,
    fields: z.object({
      piece: z.string().regex(pieceForm),
      result: z.enum(codes),
      on: z.string(),
      servers: z.array(z.uuid()).min(2).max(6),
    }),
    apply: (state: CaseState, { fields, facts, day }, { chain }) => {
      const { result, on } = fields;
      const piece = pieceOf(fields.piece);
      const found = underWay(state).find(
        ({ service, recipient }) => service === piece.service && recipient === piece.recipient,
      );
      if (!found) return refuse('no-service', '这份文书没有待送达的，或已经送达。', 'piece');
      const { one, paper, sentOn } = found;
      const bad =
        badDay(on, day, sentOn, one) ??
        outOfPlace(result, one) ??
        badServers(kind, state, fields.servers, facts.persons ?? []);
      if (bad) return bad;
      const about = { ...piece, code: paper.code };
      const { way } = results[result];
      const tried = [...one.tried, { what: result, on }];
      if (provesService(result)) {
        const next = withRecipient(state, piece, { ...one, tried, next: way });
        return prove(kind, { state: next, effects: [] }, { ...about, way, on });
      }
      const row = rowAfter(result, day, chain);
      // After what came back a new attempt has its own seven working days.
      const since = outcomeOf(result) === undefined ? {} : { since: day };
      const next = { ...one, ...since, tried, next: row?.next ?? way };
      const message = row ? [told(undefined, 'service-next', about, { next: row.next, after: result })] : [];
      return { state: withRecipient(state, piece, next), effects: message };
    },
  });
