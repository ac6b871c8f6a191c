import { Button } from 'antd';
import { useState } from 'react';
import type { Absences } from '../../api/bureau-types.ts';
import { AbsenceList } from './absence-list.tsx';
import { ownText, standsInText } from './absence-text.ts';
import classes from './absences.module.css';
import { NewAbsence } from './new-absence.tsx';

interface Props {
  person: { id: string; name: string };
  absences: Absences;
  /** 我 on the own page, else the name. */
  called: string;
  Head: 'h2' | 'h3';
}

/** Who stands in for a person, for whom he stands in, and a new absence. */
export function AbsencePart({ person, absences, called, Head }: Props) {
  const [entering, setEntering] = useState(false);
  const [said, setSaid] = useState('');
  const { own, standsIn, posts } = absences;
  return (
    <>
      <section className={classes['part']}>
        <div className={classes['head']}>
          <Head>{`${called}请假，由谁代理`}</Head>
          {posts.length > 0 && !entering ? (
            <Button
              type="primary"
              size="small"
              onClick={() => {
                setSaid('');
                setEntering(true);
              }}
            >
              登记请假与代理
            </Button>
          ) : null}
        </div>
        <p role="status" className={classes['said']}>
          {said}
        </p>
        {entering ? (
          <NewAbsence
            person={person}
            posts={posts}
            onCancel={() => setEntering(false)}
            onDone={() => {
              setEntering(false);
              setSaid('✓ 已登记，到第一天自动开始，不必再操作。');
            }}
          />
        ) : null}
        {own.length > 0 ? (
          <AbsenceList absences={own} text={ownText} onDone={setSaid} />
        ) : (
          <p className="muted">没有登记过请假。请假期间由代理人办理，待办和期限不会耽搁。</p>
        )}
      </section>
      <section className={classes['part']}>
        <div className={classes['head']}>
          <Head>{`${called}代理谁`}</Head>
        </div>
        {standsIn.length > 0 ? (
          <AbsenceList absences={standsIn} text={standsInText} onDone={setSaid} />
        ) : (
          <p className="muted">没有代理他人。别人请假时选定的代理人会列在这里，代理期间待办自动转来。</p>
        )}
      </section>
    </>
  );
}
