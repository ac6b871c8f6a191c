import { useQuery } from '@tanstack/react-query';
import type { Person } from '../../api/bureau-types.ts';
import { holdsOneOf, useSession } from '../../api/session.ts';
import type { Role } from '../../api/types.ts';
import classes from '../absences/absences.module.css';
import { AbsencePart } from '../absences/absence-part.tsx';
import { absencesQuery } from '../absences/absences-query.ts';
import { RelationPart } from '../relations/relation-part.tsx';
import { relationsQuery } from '../relations/relations-query.ts';

const heads: readonly Role[] = ['section-head', 'leader', 'chief-leader', 'security-admin'];

/** For those who are responsible for this person. Whom exactly the API says: where it refuses, nothing is shown. */
export function PersonAbsences({ person }: { person: Person }) {
  const session = useSession();
  const own = session.personId === person.id;
  const absences = useQuery({
    ...absencesQuery(person.id),
    enabled: own || holdsOneOf(session, [...heads, 'principal']),
    retry: false,
  });
  const relations = useQuery({
    ...relationsQuery(person.id),
    enabled: own || holdsOneOf(session, heads),
    retry: false,
  });
  return (
    <>
      {absences.data ? (
        <AbsencePart person={person} absences={absences.data} called={own ? '我' : person.name} Head="h3" />
      ) : null}
      {relations.data ? (
        <section className={classes['part']}>
          <RelationPart person={person} relations={relations.data} Head="h3" />
        </section>
      ) : null}
    </>
  );
}
