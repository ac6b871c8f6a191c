import type { PairingBody } from '../../api/bureau-types.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

const papers = {
  summary: '帮带总结（试点医院）',
  statement: '成效说明（帮带医院）',
  handover: '移交清单',
} as const;

export function Closing({ closing }: { closing: PairingBody['closing'] }) {
  const given = Object.values(closing).some((text) => text !== null);
  if (!given)
    return <Nothing what="总结材料" how="期满后由试点医院提交总结，帮带医院提交成效说明和移交清单。" />;
  return (Object.keys(papers) as (keyof typeof papers)[]).map((code) => (
    <section key={code} className={classes['area']}>
      <h3>
        {papers[code]}
        {closing[code] === null && <span className={classes['aside']}>尚未提交</span>}
      </h3>
      {closing[code] !== null && <p className={classes['text']}>{closing[code]}</p>}
    </section>
  ));
}
