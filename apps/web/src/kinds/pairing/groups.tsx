import type { PairingBody } from '../../api/bureau-types.ts';
import { useMedia } from '../../lists/use-media.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

type Group = PairingBody['groups'][number];
interface Side {
  side: 'pilot' | 'assisted';
  org: string;
  group: Group | undefined;
}
interface Props {
  areas: PairingBody['areas'];
  sides: Side[];
}

/** The joint group: one named contact of each side for every area. */
export function Groups({ body }: { body: PairingBody }) {
  const small = useMedia('(max-width: 767px)');
  if (body.groups.length === 0)
    return <Nothing what="联合专班名单" how="双方确认结对后，各自报送牵头负责人和各领域联系人。" />;
  const sides = (['pilot', 'assisted'] as const).map((side) => ({
    side,
    org: body[side].name,
    group: body.groups.find((group) => group.side === side),
  }));
  return small ? <Below areas={body.areas} sides={sides} /> : <Beside areas={body.areas} sides={sides} />;
}

const leadOf = (group: Group | undefined): string => (group ? `牵头：${group.lead}` : '尚未报送');

function Contacts({ group, area }: { group: Group | undefined; area: string }) {
  return (group?.contacts.filter((one) => one.area === area) ?? []).map((one) => (
    <div key={one.name + one.phone}>
      {one.name}（{one.post}）
      <a className="nowrap" href={`tel:${one.phone}`}>
        {one.phone}
      </a>
    </div>
  ));
}

function Beside({ areas, sides }: Props) {
  return (
    <table className={classes['scores']}>
      <thead>
        <tr>
          <th scope="col">工作领域</th>
          {sides.map(({ side, org, group }) => (
            <th scope="col" key={side}>
              {org}
              <small className={classes['note']}>{leadOf(group)}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.code}>
            <th scope="row">{area.label}</th>
            {sides.map(({ side, group }) => (
              <td key={side}>
                <Contacts group={group} area={area.code} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone hospital by hospital. */
function Below({ areas, sides }: Props) {
  return sides.map(({ side, org, group }) => (
    <section key={side} className={classes['area']}>
      <h3>{org}</h3>
      <p className="muted">{leadOf(group)}</p>
      {group ? (
        <dl className={classes['contacts']}>
          {areas.map((area) => (
            <div key={area.code}>
              <dt>{area.label}</dt>
              <dd>
                <Contacts group={group} area={area.code} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  ));
}
