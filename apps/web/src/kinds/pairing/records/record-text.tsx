import type { RecordLine } from '../../../api/bureau-types.ts';
import { useToday } from '../../../api/session.ts';
import { dayText, instantText } from '../../../days/day-text.ts';
import { FileName } from '../../../pages/case/file-name.tsx';
import type { Shown } from '../../../pages/case/preview.tsx';
import classes from './records.module.css';

interface Props {
  line: RecordLine;
  show: (shown: Shown) => void;
}

/** What happened, where, with whom; its files; who wrote it down. */
export function RecordText({ line, show }: Props) {
  const today = useToday();
  const { sortLabel, on, areaLabel, place, people, text, files, org, by, at, first, withdrawn } = line;
  const where = [areaLabel, place].filter(Boolean).join('，');
  const filed = first ?? { by, at };
  return (
    <>
      <header>
        <b>{sortLabel}</b>
        <span>{dayText(on, today)}</span>
        {where ? <span>{where}</span> : null}
        {people ? <span>参加：{people}</span> : null}
      </header>
      <p className={`${classes['text']} ${withdrawn ? classes['withdrawn'] : ''}`}>{text}</p>
      {files.length > 0 ? (
        <ul className={classes['files']} aria-label="附件">
          {files.map((file) => (
            <li key={file.id}>
              <FileName file={file} show={show} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className={classes['who']}>
        <span>
          {org} {filed.by} {instantText(filed.at, today)}登记
        </span>
        {first ? (
          <span>
            {by} {instantText(at, today)}
            {withdrawn ? '撤回' : '更改'}
          </span>
        ) : null}
        {withdrawn ? <b>已撤回{withdrawn.why ? `：${withdrawn.why}` : ''}</b> : null}
      </p>
    </>
  );
}
