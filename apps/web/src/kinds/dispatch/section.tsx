import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DispatchBody } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText, instantText } from '../../days/day-text.ts';
import type { KindSectionProps } from '../index.ts';
import classes from './dispatch.module.css';
import { Opinions } from './opinions.tsx';
import { ServiceFact } from './service-fact.tsx';

/** 发文: who writes it, to whom it goes, what was said about it, and its versions. */
export default function DispatchSection({ view }: KindSectionProps) {
  const body = view.body as unknown as DispatchBody;
  const today = useToday();
  const navigate = useNavigate();
  const writes =
    body.drafting && view.actions.some(({ action, permitted }) => action === 'submit' && permitted);
  const { receivers, outside, seal, replaces, versions, voiding } = body;
  const unopened = receivers.filter(({ openedAt }) => !openedAt).length;
  return (
    <section className={classes['dispatch']} aria-label="发文">
      {writes ? (
        <p>
          <Button type="primary" onClick={() => void navigate(`/dispatches/${view.id}`)}>
            {body.version > 0 ? '打开文稿继续写' : '写文稿'}
          </Button>
        </p>
      ) : null}
      {voiding ? <p role="status" className="late">{`${voiding.by}申请作废：${voiding.reason}`}</p> : null}
      <dl className={classes['facts']}>
        <Fact name="文种">{body.paperLabel}</Fact>
        <Fact name="起草人">
          {body.drafter}
          {body.round > 1 ? <span className="muted">，第{body.round}次起草</span> : null}
        </Fact>
        {replaces ? (
          <Fact name={replaces.how}>
            《{replaces.title}》{replaces.number}
          </Fact>
        ) : null}
        {body.signedBy ? <Fact name="签发">{body.signedBy}</Fact> : null}
        {seal ? <Fact name="用印">{`${dateText(seal.on, today)}，${seal.copies}份，${seal.by}`}</Fact> : null}
        {receivers.length > 0 ? (
          <Fact name="收文单位">
            <details>
              <summary>
                {receivers.length > 3
                  ? `${receivers.length}家`
                  : receivers.map(({ name }) => name).join('、')}
                {view.stage === 'sent' || view.stage === 'archived'
                  ? `（${unopened === 0 ? '均已阅' : `${unopened}家未阅`}）`
                  : ''}
              </summary>
              <ul>
                {receivers.map(({ orgId, name, openedAt }) => (
                  <li key={orgId}>
                    {name}{' '}
                    {openedAt ? <span className="muted">{instantText(openedAt, today)}已阅</span> : null}
                  </li>
                ))}
              </ul>
            </details>
          </Fact>
        ) : null}
        {body.service ? (
          <Fact name="送达">
            <ServiceFact caseId={view.id} service={body.service} />
          </Fact>
        ) : null}
        {outside.length > 0 ? (
          <Fact name="系统外单位">
            {outside
              .map(({ unit, on, how }) => (on ? `${unit}（${dateText(on, today)}${how ?? ''}送出）` : unit))
              .join('、')}
          </Fact>
        ) : null}
      </dl>
      <Opinions opinions={body.opinions} open={body.drafting} />
      {versions.length > 0 ? (
        <details className={classes['versions']}>
          <summary>文稿共{versions[0]?.version}版</summary>
          <p>
            <a href={`/api/dispatches/${view.id}/text/docx`} download>
              下载最近一版（Word）
            </a>
          </p>
          <ol reversed>
            {versions.map(({ version, by, at, handedIn }) => (
              <li key={version}>
                {by} {instantText(at, today)}保存{handedIn ? '，已报送' : ''}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
