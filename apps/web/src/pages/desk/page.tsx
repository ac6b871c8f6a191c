import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { deskQuery } from '../../api/cases.ts';
import { draftRoles } from '../../api/labels.ts';
import { holdsOneOf, useSession } from '../../api/session.ts';
import type { DeskView, Session } from '../../api/types.ts';
import { actingLines } from '../../days/acting-lines.ts';
import { dayText } from '../../days/day-text.ts';
import { DraftsWaiting } from '../../drafts/drafts-waiting.tsx';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { caseRoles } from '../../routes/role-groups.ts';
import { Asked } from '../../states/asked.tsx';
import { AdminDesk } from './admin-desk.tsx';
import classes from './desk.module.css';
import { CalendarReminder } from './calendar-reminder.tsx';
import { Counts } from './counts.tsx';
import { Figures } from './figures.tsx';
import { isList } from './lists.ts';
import { TodoList } from './todo-list.tsx';
import { SelectableTodos } from './selectable-todos.tsx';

export default function DeskPage() {
  const session = useSession();
  return (
    <PageBody>
      <PageHead title="工作台" facts={dayText(session.today)} />
      <Acting session={session} />
      {holdsOneOf(session, draftRoles) ? <DraftsWaiting /> : null}
      {holdsOneOf(session, ['system-admin']) ? <CalendarReminder /> : null}
      {holdsOneOf(session, caseRoles) ? <Desk /> : <AdminDesk />}
    </PageBody>
  );
}

/** One line for each post that he exercises for somebody who is away. */
function Acting({ session }: { session: Session }) {
  const lines = actingLines(session);
  if (lines.length === 0) return null;
  return (
    <ul className={classes['acting']}>
      {lines.map(({ what, until }) => (
        <li key={what}>
          您正在代行<b>{what}</b>，{until}；这一岗位的待办和消息也在这里，办理时同时印两人姓名。
          <Link to="/my/absences" className="text-link">
            看代理安排
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Desk() {
  const query = useQuery(deskQuery);
  const session = useSession();
  const leads = holdsOneOf(session, ['leader', 'chief-leader']);
  return (
    <Asked query={query} what="读取工作台" rows={10}>
      {(desk) => (leads ? <LeaderDesk desk={desk} /> : <Lists desk={desk} />)}
    </Asked>
  );
}

/** What needs a decision first, figures second. */
function LeaderDesk({ desk }: { desk: DeskView }) {
  const [params] = useSearchParams();
  // Who follows a count wants that list.
  if (params.has('list')) return <Lists desk={desk} />;
  return (
    <>
      <PapersWaiting counts={desk.counts} />
      <section aria-labelledby="decisions" style={{ marginBottom: 24 }}>
        <h2 id="decisions" className="section-head">
          请您决定
        </h2>
        {desk.decisions.length > 0 ? (
          <SelectableTodos todos={desk.decisions} acts />
        ) : (
          <p className="muted">现在没有等您签发或审批的事项；有了会排在这里，并发消息提醒。</p>
        )}
      </section>
      <Figures desk={desk} />
      <Lists desk={desk} shownAbove={desk.decisions.length} />
    </>
  );
}

/** Straight to the papers, to be looked through and signed together. */
function PapersWaiting({ counts: { review, sign } }: Pick<DeskView, 'counts'>) {
  if (review + sign === 0) return null;
  return (
    <p style={{ marginBottom: 12 }}>
      {sign > 0 ? (
        <Link to="/?list=sign" className="text-link">{`待签文书${sign}份，逐份阅看、一并签发`}</Link>
      ) : null}
      {sign > 0 && review > 0 ? '；' : ''}
      {review > 0 ? (
        <Link to="/?list=review" className="text-link">{`待审文书${review}份，逐份阅看、一并审核`}</Link>
      ) : null}
    </p>
  );
}

/** A leader whose work is all decisions need not read it twice. */
function Lists({ desk, shownAbove = 0 }: { desk: DeskView; shownAbove?: number }) {
  const [params] = useSearchParams();
  const asked = params.get('list');
  const list = isList(asked) ? asked : 'mine';
  return (
    <>
      <Counts counts={desk.counts} list={list} />
      {list === 'mine' && shownAbove > 0 && desk.counts.mine <= shownAbove ? (
        <p className="muted" style={{ padding: '8px 0' }}>
          待您办理的事项都列在上面。
        </p>
      ) : (
        <TodoList key={list} list={list} />
      )}
    </>
  );
}
