import { Fragment } from 'react';
import { Link } from 'react-router';
import type { DispatchBody } from '../../api/bureau-types.ts';

type Service = NonNullable<DispatchBody['service']>;

/** 正式送达: how many have it, and the cases in which the others are asked to sign. */
export function ServiceFact({ caseId, service }: { caseId: string; service: Service }) {
  const { of, served, dropped, common, each } = service;
  const all = served === of;
  return (
    <>
      <span>{all ? `${of}家全部送达` : `已送达${served}家，共${of}家`}</span>
      {dropped ? <span className="muted">，文书已作废，其余不再送达</span> : null}
      {!dropped && each && each.begun < of ? (
        <span className="muted" role="status">{`，正在逐户开始送达（已开始${each.begun}家）`}</span>
      ) : null}
      {!dropped && !each && !common ? <span className="muted">，正在开始送达</span> : null}
      {common ? (
        <>
          {' '}
          <Link to={`/cases/${common.caseId}`}>{all || dropped ? '送达情况' : '办理送达'}</Link>
        </>
      ) : null}
      {each ? <Each caseId={caseId} each={each} left={each.begun - served} dropped={dropped} /> : null}
    </>
  );
}

interface EachProps {
  caseId: string;
  each: NonNullable<Service['each']>;
  left: number;
  dropped: boolean;
}

function Each({ caseId, each, left, dropped }: EachProps) {
  if (each.begun === 0) return null;
  const register = `/cases?campaignId=${caseId}&status=all`;
  return (
    <>
      {' '}
      <Link to={register}>{`各家送达情况（${each.begun}件）`}</Link>
      {!dropped && each.open.length > 0 ? (
        <div>
          未送达：
          {each.open.map(({ caseId: id, name }, nth) => (
            <Fragment key={id}>
              {nth > 0 ? '、' : ''}
              <Link to={`/cases/${id}`}>{name}</Link>
            </Fragment>
          ))}
          {left > each.open.length ? `等${left}家` : ''}
        </div>
      ) : null}
    </>
  );
}
