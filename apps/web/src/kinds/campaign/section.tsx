import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CampaignBody } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import { dateText, dayText } from '../../days/day-text.ts';
import { rehearsalRoles } from '../../routes/role-groups.ts';
import { Asked } from '../../states/asked.tsx';
import type { KindSectionProps } from '../index.ts';
import { Pairs } from './pairs.tsx';
import classes from './campaign.module.css';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const beforeSigning = new Set(['signing', 'revising']);

/** A campaign: what it is about, and the list that is signed with it. */
export default function CampaignSection({ view }: KindSectionProps) {
  const body = view.body as unknown as CampaignBody;
  const today = useToday();
  const mayRehearse = useHoldsOneOf(rehearsalRoles);
  const list = useQuery({
    queryKey: ['pair-list', body.listId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/pair-lists/{id}', { params: { path: { id: body.listId } }, signal })),
  });
  return (
    <div className={classes['campaign']}>
      <dl className={classes['facts']}>
        <Fact label="依据文件">{body.basis}</Fact>
        <Fact label="结对期限">
          {dateText(body.from, today)}至{dateText(body.to, today)}
        </Fact>
        <Fact label="改革启动日">{dayText(body.launchOn, today)}</Fact>
        <Fact label="联系人">{body.contact}</Fact>
        <Fact label="工作领域">{body.areas.map((area) => area.label).join('、')}</Fact>
        <Fact label="结对">
          {body.rows}对{body.opened > 0 ? `，已立项${body.opened}对，办理中${body.openMembers}对` : ''}{' '}
          {body.opened > 0 ? <Link to={`/campaigns/${view.id}/board`}>看各对进展</Link> : null}
          {mayRehearse && beforeSigning.has(view.stage) ? (
            <Link to={`/rehearsal?campaign=${view.id}`}>预演：签发以后会怎样</Link>
          ) : null}
        </Fact>
      </dl>
      <h3>目的和意义</h3>
      <p className={classes['text']}>{body.purpose}</p>
      <h3>结对名单</h3>
      <Asked query={list} what="读取名单" rows={4}>
        {(found) => <Pairs list={found} />}
      </Asked>
    </div>
  );
}
