import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Clock } from '#config/clock';
import type { ActReceipt } from '#contracts/case';
import type { OpeningBody } from '#contracts/commitment';
import { notFound, ProblemError } from '#contracts/problem';
import { EntityManager } from '#db/orm';
import { actorAt } from '#db/queries/acting';
import { caseForAct } from '#db/queries/case-for-act';
import { isReplaceable } from '#db/queries/cases/dispatch/replaceable';
import { ownerRolesOf } from '#db/queries/cases/commitment/owners';
import { issue, type IssueForm } from '#domain/kinds/commitment/forms';
import { draft, type DraftForm } from '#domain/kinds/dispatch/forms';
import { arrange, type ArrangeForm } from '#domain/kinds/on-site-check/forms';
import { HandIn } from '#api/acts/hand-in';
import { parseForm } from '#api/acts/read-form';
import type { Signed } from '#api/access/signed';
import { storable } from '#api/pair-lists/read-pairs';
import { CLOCK } from '#api/parts.module';

const fieldProblem = (field: string, detail: string) =>
  new ProblemError(422, 'form', detail, [{ field, detail }]);
/** PostgreSQL keeps neither NUL nor half a character. */
const clean = (form: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(form).map(([key, value]) => [key, typeof value === 'string' ? storable(value) : value]),
  );
/** The same act opens the same case, however often it is sent. */
const caseIdOf = (actId: string): string => v5('case', actId);

/** Opens commitments, on-site checks and dispatches by hand; what decides goes to the case, words stay in the submission. */
@Injectable()
export class Opening {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handIn: HandIn,
  ) {}

  async issue(by: Signed, body: OpeningBody): Promise<ActReceipt> {
    const form = parseForm(issue, clean(body.form)) as IssueForm;
    const { owner, holder, helpers, limit, due, evidence } = form;
    const roles = await ownerRolesOf(this.em, this.clock.today(), [owner, ...helpers]);
    const ownerRole = roles.get(owner);
    if (!ownerRole) throw fieldProblem('owner', '所选责任单位不存在、已停用或不能承办台账事项。');
    if (helpers.some((id) => !roles.has(id)))
      throw fieldProblem('helpers', '有协办单位不存在、已停用或不能承办台账事项。');
    const fields = {
      ...{ owner, ownerRole, limit, evidence: evidence ? 1 : 0 },
      helpers: helpers.map((id) => `${id}:${roles.get(id)}`).join(','),
      ...(holder ? { holder } : {}),
      ...(limit === 'day' && due ? { due } : {}),
      ...(await this.source(by, body.sourceCaseId)),
    };
    const facts = holder ? { persons: await this.persons([holder]) } : {};
    return this.open(by, 'commitment', body, form, fields, facts);
  }

  async arrange(by: Signed, body: OpeningBody): Promise<ActReceipt> {
    const form = parseForm(arrange, clean(body.form)) as ArrangeForm;
    const { visitedId, checkers, on, groups } = form;
    const roles = await ownerRolesOf(this.em, this.clock.today(), [visitedId]);
    if (roles.get(visitedId) !== 'liaison')
      throw fieldProblem('visitedId', '所选被查单位不存在、已停用或不是医院。');
    const fields = {
      ...{ visitedId, on, checkers: checkers.join(','), groups: groups.join(',') },
      ...(await this.source(by, body.sourceCaseId)),
    };
    const facts = { persons: await this.persons(checkers) };
    return this.open(by, 'on-site-check', body, form, fields, facts);
  }

  async draft(by: Signed, body: OpeningBody): Promise<ActReceipt> {
    const form = parseForm(draft, clean(body.form)) as DraftForm;
    const { paper, noticeId, how } = form;
    if (noticeId !== undefined && !(await isReplaceable(this.em, noticeId)))
      throw fieldProblem('noticeId', '所选原文书不存在、还没有印发或者已经作废。');
    if (noticeId !== undefined && how === undefined) throw fieldProblem('how', '请选择与原文书的关系。');
    const tie = noticeId === undefined ? {} : { noticeId, how };
    return this.open(by, 'dispatch', body, form, { paper, ...tie }, {});
  }

  private open(
    by: Signed,
    kind: string,
    { actId, sourceCaseId }: OpeningBody,
    form: Record<string, unknown>,
    fields: Record<string, unknown>,
    facts: Parameters<HandIn['open']>[3]['facts'],
  ): Promise<ActReceipt> {
    const filled = { ...form, ...(sourceCaseId ? { sourceCaseId } : {}) };
    return this.handIn.open(by, kind, caseIdOf(actId), { actId, form: filled, fields, facts });
  }

  private persons(ids: readonly string[]) {
    const moment = { day: this.clock.today(), at: this.clock.now() };
    return Promise.all(ids.map((id) => actorAt(this.em, id, moment)));
  }

  private async source(by: Signed, caseId: string | undefined) {
    if (!caseId) return {};
    const found = await caseForAct(this.em, by.actor, caseId);
    if (!found) throw notFound('没有找到作为来源的事项，或您无权查看。');
    return { sourceCase: caseId, sourceKind: found.kind };
  }
}
