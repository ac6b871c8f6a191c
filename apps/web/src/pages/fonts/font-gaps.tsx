import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { Asked } from '../../states/asked.tsx';
import classes from './fonts.module.css';

const many = (count: number): string => count.toLocaleString('zh-CN');

/** Counted on demand: thousands of characters are set for it. */
export function FontGaps() {
  const [wanted, want] = useState(false);
  const gaps = useQuery({
    queryKey: ['fonts', 'gaps'],
    queryFn: ({ signal }) => ask(api.GET('/api/fonts/gaps', { signal })),
    enabled: wanted,
    staleTime: Infinity,
  });
  return (
    <section className="section" aria-labelledby="gaps">
      <h2 id="gaps">哪些字印不出来</h2>
      {wanted ? (
        <Asked query={gaps} what="清点字库" rows={5}>
          {({ roles }) => (
            <table className={classes['table']}>
              <thead>
                <tr>
                  <th scope="col">公文字体</th>
                  {roles[0]?.sets.map(({ label }) => (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {roles.map(({ role, sets }) => (
                  <tr key={role}>
                    <th scope="row">{role}</th>
                    {sets.map(({ label, all, missing, examples }) => (
                      <td key={label} data-label={label}>
                        {missing === 0 ? (
                          <span className={classes['good']}>✓ 都印得出来</span>
                        ) : (
                          <details>
                            <summary>{`缺${many(missing)}字，共${many(all)}字`}</summary>
                            <p lang="zh-CN" className={classes['examples']}>
                              {examples.join(' ')}
                              {missing > examples.length ? ' 等' : ''}
                            </p>
                          </details>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Asked>
      ) : (
        <>
          <p className="muted">把常用字和生僻字逐个试排一遍，要几秒到十几秒；这时别人打开文书会慢一点。</p>
          <Button onClick={() => want(true)}>清点</Button>
        </>
      )}
    </section>
  );
}
