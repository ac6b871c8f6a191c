import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Person } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import { Asked } from '../../states/asked.tsx';
import { AdminForm } from '../orgs/admin-form.tsx';
import classes from '../orgs/master-detail.module.css';
import { personActCodes, personActOf } from './person-acts.tsx';
import type { PersonActCode, PersonValues } from './person-acts.tsx';
import { PersonAbsences } from './person-absences.tsx';
import { PersonHandover } from './person-handover.tsx';
import { PersonFacts } from './person-facts.tsx';
import { ShownOnce } from './shown-once.tsx';
import type { Secret } from './shown-once.tsx';

interface Props {
  id: string;
  /** What may be done here beside reading. */
  acts?: (person: Person) => ReactNode;
}

export function PersonPanel({ id, acts }: Props) {
  const mayAct = useHoldsOneOf(['system-admin']);
  const found = useQuery({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <Asked query={found} what="读取人员">
      {(person) => (
        <>
          <h2>{person.name}</h2>
          {person.disabledOn ? <p className={classes['gone']}>{person.disabledOn}起停用</p> : null}
          {acts ? acts(person) : mayAct ? <Acts key={id} person={person} /> : null}
          <PersonFacts person={person} />
          <PersonHandover person={person} />
          <PersonAbsences key={id} person={person} />
        </>
      )}
    </Asked>
  );
}

function Acts({ person }: { person: Person }) {
  const [code, setCode] = useState<PersonActCode>();
  const [said, setSaid] = useState('');
  const [secret, setSecret] = useState<Secret>();
  const today = useToday();
  const cache = useQueryClient();
  const act = code ? personActOf(code) : undefined;
  const begin = (one: PersonActCode) => {
    setSaid('');
    setCode(one);
  };
  return (
    <>
      <div className={classes['acts']}>
        {personActCodes
          .filter((one) => personActOf(one).offered(person))
          .map((one) => (
            <Button key={one} size="small" aria-expanded={one === code} onClick={() => begin(one)}>
              {personActOf(one).label}
            </Button>
          ))}
      </div>
      <p role="status" className={classes['said']}>
        {said}
      </p>
      {secret ? <ShownOnce secret={secret} onClose={() => setSecret(undefined)} /> : null}
      {act ? (
        <AdminForm<PersonValues>
          key={code}
          title={act.label}
          says={act.says}
          verb={act.verb}
          danger={act.danger ?? false}
          initial={act.initial?.(person, today) ?? {}}
          send={async (values) => {
            const password = await act.send(person, values);
            if (password) setSecret({ name: person.name, password });
          }}
          onDone={async () => {
            await cache.invalidateQueries({ queryKey: ['people'] });
            setCode(undefined);
            setSaid(`✓ ${act.label}已记入，日志里可查。`);
          }}
          onCancel={() => setCode(undefined)}
        >
          {act.fields}
        </AdminForm>
      ) : null}
    </>
  );
}
