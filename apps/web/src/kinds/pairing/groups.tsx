import type { PairingBody } from '../../api/bureau-types.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

/** The joint group: one named contact of each side for every area. */
export function Groups({ body }: { body: PairingBody }) {
  if (body.groups.length === 0)
    return <Nothing what="联合专班名单" how="双方确认结对后，各自报送牵头负责人和各领域联系人。" />;
  const sides = (['pilot', 'assisted'] as const).map((side) => ({
    side,
    org: body[side].name,
    group: body.groups.find((group) => group.side === side),
  }));
  return (
    <div className={classes['scroll']}>
      <table className={classes['scores']}>
        <thead>
          <tr>
            <th scope="col">工作领域</th>
            {sides.map(({ side, org, group }) => (
              <th scope="col" key={side}>
                {org}
                <small className={classes['note']}>{group ? `牵头：${group.lead}` : '尚未报送'}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.areas.map((area) => (
            <tr key={area.code}>
              <th scope="row">{area.label}</th>
              {sides.map(({ side, group }) => (
                <td key={side}>
                  {(group?.contacts.filter((one) => one.area === area.code) ?? []).map((one) => (
                    <div key={one.name + one.phone}>
                      {one.name}（{one.post}）<a href={`tel:${one.phone}`}>{one.phone}</a>
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
