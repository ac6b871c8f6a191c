import type { FontsView } from '../../api/bureau-types.ts';
import classes from './fonts.module.css';

type Role = FontsView['roles'][number];

/** Which family serves where, and how a better one gets there. */
export function FontRoles({ roles }: { roles: readonly Role[] }) {
  const wanted = roles.filter((one) => one.wanted.length > 0 && !one.office);
  return (
    <section className="section" aria-labelledby="roles">
      <h2 id="roles">现在用的字体</h2>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">公文字体</th>
            <th scope="col">用在哪里</th>
            <th scope="col">现在用</th>
            <th scope="col">缺字时依次用</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((one) => (
            <tr key={one.role}>
              <th scope="row">{one.role}</th>
              <td data-label="用在哪里">{one.use}</td>
              <td data-label="现在用">
                {one.family ? (
                  <>
                    {one.family}
                    <span className="muted">{one.office ? '（办公字库）' : '（开源字库）'}</span>
                  </>
                ) : (
                  <span className="late">■ 没有字体，文书排不出来</span>
                )}
              </td>
              <td data-label="缺字时依次用">{one.substitutes.join('、') || '无'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {wanted.length > 0 ? (
        <>
          <h3>换用本单位的办公字库</h3>
          <p>
            由运维人员把字库文件（.ttf、.otf、.ttc）放进运行本系统的每台服务器上
            <code>DUXING_CACHE</code>（没有设置的是 <code>~/.cache/duxing</code>）下的 <code>fonts</code>
            文件夹，重启系统即生效；字库要有使用授权。已印发的文书不变。认得的字体名称：
          </p>
          <ul className={classes['names']}>
            {wanted.map(({ role, wanted: names }) => (
              <li key={role}>{`${role}：${names.join('、')}`}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
