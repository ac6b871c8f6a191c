import { Button } from 'antd';
import { Link } from 'react-router';
import type { OnSiteCheckBody } from '../../api/bureau-types.ts';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { bureauRoles } from '../../routes/role-groups.ts';
import type { KindSectionProps } from '../index.ts';
import { SourceLink } from '../source-link.tsx';
import { Findings } from './findings.tsx';
import { Scores } from './scores.tsx';
import classes from './on-site-check.module.css';

/** 现场核查: when, where, by whom, what was found, and what became of it. */
export default function OnSiteCheckSection({ view, act, show }: KindSectionProps) {
  const body = view.body as unknown as OnSiteCheckBody;
  const today = useToday();
  const supervises = useHoldsOneOf(bureauRoles);
  const { counts } = body;
  const mayOpen = view.actions.some(({ action, permitted }) => action === 'open-commitment' && permitted);
  const total = counts.pass + counts.fail + counts.na + counts.open;
  return (
    <section className={classes['check']} aria-label="现场核查">
      <dl className={classes['facts']}>
        <div>
          <dt>时间地点</dt>
          <dd>
            {dayText(body.on, today)} {body.place}
          </dd>
        </div>
        <div>
          <dt>检查人员</dt>
          <dd>{body.checkers.map(({ name }) => name).join('、')}</dd>
        </div>
        {body.basis ? (
          <div>
            <dt>依据</dt>
            <dd>{body.basis}</dd>
          </div>
        ) : null}
        {body.source?.caseId && body.source.title ? (
          <div>
            <dt>来源</dt>
            <dd>
              <SourceLink source={body.source} />
            </dd>
          </div>
        ) : null}
        {body.signedLabel ? (
          <div>
            <dt>签字</dt>
            <dd>
              {body.signedLabel}
              {body.remark ? `：${body.remark}` : ''}
            </dd>
          </div>
        ) : null}
      </dl>
      {body.mayFill && supervises ? (
        <p>
          <Link to={`/checks/${view.id}`}>
            <Button>打开检查表</Button>
          </Link>{' '}
          <span className="muted">
            已填{total - counts.open}项，共{total}项
          </span>
        </p>
      ) : null}
      <Scores scores={body.scores} />
      {body.summary ? <p className={classes['summary']}>{body.summary}</p> : null}
      {body.demands ? <p className={classes['summary']}>整改要求：{body.demands}</p> : null}
      {body.shown ? (
        <Findings
          body={body}
          {...(mayOpen ? { onOpen: (item: string) => act('open-commitment', { item }) } : {})}
          onFile={(file) => show({ sort: 'file', id: file.id, name: file.name })}
        />
      ) : (
        <p className="muted">
          {body.reserved
            ? '检查结果在主管部门印发检查情况通报后显示；届时请被查单位签字或提出异议。'
            : '检查结果经两名检查人员确认后在这里显示，届时请签字或提出异议。'}
        </p>
      )}
    </section>
  );
}
