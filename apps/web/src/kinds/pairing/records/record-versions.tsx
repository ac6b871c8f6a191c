import { useQuery } from '@tanstack/react-query';
import type { RecordLine } from '../../../api/bureau-types.ts';
import { api, ask } from '../../../api/client.ts';
import type { Shown } from '../../../pages/case/preview.tsx';
import { Asked } from '../../../states/asked.tsx';
import { RecordText } from './record-text.tsx';
import classes from './records.module.css';

interface Props {
  caseId: string;
  line: RecordLine;
  show: (shown: Shown) => void;
}

/** What it said before: nothing is overwritten. */
export function RecordVersions({ caseId, line, show }: Props) {
  const { id: recordId, version } = line;
  const path = { id: caseId, recordId };
  const query = useQuery({
    queryKey: ['case', caseId, 'records', recordId, version],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/cases/{id}/records/{recordId}/versions', { params: { path }, signal })),
  });
  const shown = line.withdrawn ? version - 1 : version;
  return (
    <Asked query={query} what="读取以前各版" rows={2}>
      {(versions) => (
        <ol className={classes['versions']} aria-label="以前各版">
          {versions
            .filter((one) => one.version < shown)
            .map((one) => (
              <li key={one.version}>
                <span className="muted">第{one.version}版</span>
                <RecordText line={{ ...one, first: null }} show={show} />
              </li>
            ))}
        </ol>
      )}
    </Asked>
  );
}
