import { Link } from 'react-router';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import type { CaseView } from '../../api/types.ts';
import { dateText, dayOf } from '../../days/day-text.ts';
import { numberText } from '../../lists/number-text.ts';
import { bureauRoles } from '../../routes/role-groups.ts';
import { PageHead } from '../../layout/page-head.tsx';

/** Whose matter this is and where it stands, in words. */
export function CaseHead({ view, beside }: { view: CaseView; beside: boolean }) {
  const today = useToday();
  const { kindLabel, number, title, stageLabel, parties, campaign, openedAt, closedAt, id } = view;
  const supervises = useHoldsOneOf(bureauRoles);
  const campaignLink = {
    label: campaign?.title ?? '',
    ...(supervises ? { to: `/campaigns/${campaign?.id}/board` } : {}),
  };
  const trail = [{ label: '登记簿', to: '/cases' }, ...(campaign ? [campaignLink] : []), { label: number }];
  return (
    <>
      <title>{`${title} · 督行`}</title>
      <PageHead
        beside={beside}
        {...(beside ? {} : { trail })}
        title={<span id="case-title">{title}</span>}
        actions={beside ? <Link to={`/cases/${id}`}>整页打开</Link> : null}
        facts={
          <>
            <span>{numberText(kindLabel, number)}</span>
            <strong style={{ color: 'var(--ink)' }}>
              {closedAt ? `已办结（${stageLabel}）` : stageLabel}
            </strong>
            {parties.map((party) => (
              <span key={`${party.orgId}${party.part}`}>{`${party.part}：${party.name}`}</span>
            ))}
            <span>{`${dateText(dayOf(openedAt), today)}立案`}</span>
            {closedAt ? <span>{`${dateText(dayOf(closedAt), today)}办结`}</span> : null}
          </>
        }
      />
    </>
  );
}
