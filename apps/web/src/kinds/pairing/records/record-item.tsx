import { Button, Space } from 'antd';
import { useState } from 'react';
import type { RecordLine } from '../../../api/bureau-types.ts';
import { RecordForm } from './record-form.tsx';
import { RecordText } from './record-text.tsx';
import { RecordVersions } from './record-versions.tsx';
import type { Keeping } from './records.tsx';
import { Withdraw } from './withdraw.tsx';
import classes from './records.module.css';

type Doing = 'changing' | 'withdrawing' | 'reading' | undefined;

/** A record with what may be done with it; one thing is open at a time. */
export function RecordItem({ line, caseId, areas, show, again }: Keeping & { line: RecordLine }) {
  const [doing, setDoing] = useState<Doing>();
  const done = async () => {
    await again();
    setDoing(undefined);
  };
  const stop = () => setDoing(undefined);
  if (doing === 'changing')
    return (
      <li>
        <RecordForm caseId={caseId} areas={areas} line={line} onDone={done} onCancel={stop} />
      </li>
    );
  const { mayChange, version, withdrawn } = line;
  // The version that withdrew it says what the one before said.
  const earlier = version - (withdrawn ? 2 : 1);
  return (
    <li>
      <RecordText line={line} show={show} />
      <Space size={0} wrap className={classes['acts'] ?? ''}>
        {mayChange ? (
          <>
            <Button size="small" type="link" onClick={() => setDoing('changing')}>
              更改
            </Button>
            <Button size="small" type="link" onClick={() => setDoing('withdrawing')}>
              撤回
            </Button>
          </>
        ) : null}
        {earlier > 0 ? (
          <Button
            size="small"
            type="link"
            aria-expanded={doing === 'reading'}
            onClick={() => setDoing(doing === 'reading' ? undefined : 'reading')}
          >
            {doing === 'reading' ? '收起以前各版' : `以前各版（${earlier}）`}
          </Button>
        ) : null}
      </Space>
      {doing === 'withdrawing' ? (
        <Withdraw caseId={caseId} line={line} onDone={done} onCancel={stop} />
      ) : null}
      {doing === 'reading' ? <RecordVersions caseId={caseId} line={line} show={show} /> : null}
    </li>
  );
}
