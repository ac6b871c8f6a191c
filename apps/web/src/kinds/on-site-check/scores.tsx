import type { OnSiteCheckBody } from '../../api/bureau-types.ts';
import classes from './on-site-check.module.css';

/** One score for each group of the checklist, of a check that gives any. */
export function Scores({ scores }: Pick<OnSiteCheckBody, 'scores'>) {
  if (scores.length === 0) return null;
  return (
    <table className={classes['scores']}>
      <caption>各组得分（满分100分）</caption>
      <tbody>
        {scores.map(({ code, label, score }) => (
          <tr key={code}>
            <th scope="row">{label}</th>
            <td>
              {score} <meter min={0} max={100} value={score} aria-hidden />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
