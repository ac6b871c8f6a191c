import { Link } from 'react-router';
import type { PairingBody } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, dayText } from '../../days/day-text.ts';
import { usePointed } from '../../lists/pointed.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

type Inspection = PairingBody['inspections'][number];

const average = ({ scores }: Inspection): string =>
  (scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length)).toFixed(1);

/** Where an inspection is carried out, and how far it is. */
function Checks({ checks }: Pick<PairingBody, 'checks'>) {
  const today = useToday();
  const pointed = usePointed();
  if (checks.length === 0) return null;
  return (
    <ul className={classes['checks']} aria-label="现场核查">
      {checks.map(({ phase, phaseLabel, caseId, number, stageLabel, on, visited }) => (
        <li key={caseId} {...pointed(phase)}>
          <b>{phaseLabel}</b>
          <span>
            {dayText(on, today)}到{visited}
          </span>
          <span>{stageLabel}</span>
          <Link to={`/cases/${caseId}`}>{number}</Link>
        </li>
      ))}
    </ul>
  );
}

/** Scores of both inspections side by side: the difference is what one looks for. */
export function Inspections({ body }: { body: PairingBody }) {
  const { inspections, areas, midterm } = body;
  const today = useToday();
  if (inspections.length === 0)
    return (
      <>
        <Nothing
          what="检查结果"
          how={`主管部门在${dateText(midterm, today)}前开展中期检查，期满前开展终期检查，按领域评分。`}
        />
        <Checks checks={body.checks} />
      </>
    );
  const scoreOf = (inspection: Inspection, area: string) =>
    inspection.scores.find((one) => one.area === area)?.score;
  return (
    <>
      <div className={classes['scroll']}>
        <table className={classes['scores']}>
          <caption>各领域得分（满分100分）</caption>
          <thead>
            <tr>
              <th scope="col">工作领域</th>
              {inspections.map((one) => (
                <th scope="col" key={one.phase}>
                  {one.phaseLabel}
                  <small className={classes['note']}>{dateText(one.on, today)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.code}>
                <th scope="row">{area.label}</th>
                {inspections.map((one) => {
                  const score = scoreOf(one, area.code);
                  return (
                    <td key={one.phase}>
                      {score === undefined ? (
                        '未评'
                      ) : (
                        <>
                          {score}
                          <meter min={0} max={100} value={score} aria-hidden />
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">平均</th>
              {inspections.map((one) => (
                <td key={one.phase}>{average(one)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <Checks checks={body.checks} />
      {inspections.map((one) => (
        <section key={one.phase} className={classes['area']}>
          <h3>
            {one.phaseLabel}
            <span className={classes['aside']}>{one.approved ? '通报已审批' : '通报待审批'}</span>
          </h3>
          <p className={classes['text']}>{one.findings}</p>
          {one.demands && <p className={classes['text']}>整改要求：{one.demands}</p>}
        </section>
      ))}
    </>
  );
}
