import { Table } from 'antd';
import { useToday } from '../../api/session.ts';
import { useMedia } from '../../lists/use-media.ts';
import type { Doing } from './doing.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';
import { narrow, wide } from './plan-columns.tsx';
import type { Item } from './plan-columns.tsx';

/** Who does what by when, area by area. */
export function Plan(doing: Doing) {
  const { body } = doing;
  const today = useToday();
  const small = useMedia('(max-width: 767px)');
  if (body.plan.length === 0)
    return <Nothing what="帮带计划" how="双方商定计划并由一方提交、另一方同意后，各领域的事项列在这里。" />;
  return body.areas.map((area) => {
    const items = body.plan.filter((item) => item.area === area.code);
    const wanted = items.filter((item) => item.status !== 'dropped');
    const done = wanted.filter((item) => item.status === 'done').length;
    const late = wanted.filter((item) => item.lateness === 'overdue').length;
    return (
      <section key={area.code} id={`area-${area.code}`} className={classes['area']}>
        <h3>
          {area.label}
          <span className={classes['aside']}>
            {items.length === 0 ? '未列事项' : `完成 ${done}/${wanted.length}`}
          </span>
          {late > 0 && <span className={classes['late']}>■ 逾期 {late}</span>}
        </h3>
        {items.length > 0 && (
          <Table<Item>
            size="small"
            rowKey="id"
            columns={small ? narrow(doing, today) : wide(doing, today)}
            dataSource={items}
            pagination={false}
            scroll={small ? {} : { x: 620 }}
          />
        )}
      </section>
    );
  });
}
