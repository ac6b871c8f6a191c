import type { PairingBody } from '../../api/bureau-types.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

export function Needs({ needs }: { needs: PairingBody['needs'] }) {
  if (!needs) return <Nothing what="需求和基线数据" how="由帮带医院在责任书备案后梳理报送。" />;
  const number = new Intl.NumberFormat('zh-CN');
  return (
    <>
      <h3>主要需求</h3>
      <p className={classes['text']}>{needs.needs}</p>
      <h3>存在的问题</h3>
      <p className={classes['text']}>{needs.problems}</p>
      <h3>基线数据</h3>
      <table className={classes['scores']}>
        <tbody>
          {needs.baseline.map((row) => (
            <tr key={row.item}>
              <th scope="row">{row.item}</th>
              <td className={classes['number']}>
                {number.format(row.value)} {row.unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
