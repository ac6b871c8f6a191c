import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Person } from '../../api/bureau-types.ts';
import { holdsOneOf, useSession } from '../../api/session.ts';
import type { Role } from '../../api/types.ts';
import { workloadQuery } from '../handover/handover-query.ts';

const heads: readonly Role[] = ['section-head', 'leader', 'chief-leader', 'principal'];

/** For those who are responsible for this person. Whom exactly the API says: where it refuses, nothing is shown. */
export function PersonHandover({ person }: { person: Person }) {
  const session = useSession();
  const asks = session.personId === person.id || holdsOneOf(session, heads);
  const { data } = useQuery({ ...workloadQuery(person.id), enabled: asks, retry: false });
  if (!data) return null;
  return (
    <p>
      {data.todos.length > 0 ? `名下有${data.todos.length}项待办。` : '名下没有待办。'}
      <Link to={`/people/${person.id}/handover`} className="text-link">
        移交工作
      </Link>
    </p>
  );
}
