import { Link } from 'react-router';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import type { CaseView } from '../../api/types.ts';
import { dateText, dayOf } from '../../days/day-text.ts';
import { numberText } from '../../lists/number-text.ts';
import { bureauRoles } from '../../routes/role-groups.ts';
import { PageHead } from '../../layout/page-head.tsx';

/** No line begins with the dash between two hospitals. */
function Title({ text }: { text: string }) {
  const at = text.indexOf('—');
  if (at < 1) return <span id="case-title">{text}</span>;
  return (
    <span id="case-title">
      {text.slice(0, at - 1)}
      <span className="nowrap">{text.slice(at - 1, at + 1)}</span>
      {text.slice(at + 1)}
    </span>
  );
}

/** Several of one sort are named once as such. */
function partiesByPart(parties: CaseView['parties']): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { part, name } of parties) found.set(part, [...(found.get(part) ?? []), name]);
  return found;
}

/** Whose matter this is and where it stands, in words. */
export function CaseHead({ view, beside }: { view: CaseView; beside: boolean }) {
  const today = useToday();
  const { kind, kindLabel, number, title, stageLabel, parties, campaign, openedAt, closedAt, id } = view;
  const supervises = useHoldsOneOf(bureauRoles);
  const launches = useHoldsOneOf(['inspector', 'section-head']);
  const campaignLink = {
    label: campaign?.title ?? '',
    ...(supervises
      ? { to: campaign?.kind === 'campaign' ? `/campaigns/${campaign.id}/board` : `/cases/${campaign?.id}` }
      : {}),
  };
  const trail = [{ label: '登记簿', to: '/cases' }, ...(campaign ? [campaignLink] : []), { label: number }];
  return (
    <>
      <title>{`${title} · 督行`}</title>
      <PageHead
        beside={beside}
        {...(beside ? {} : { trail })}
        title={<Title text={title} />}
        actions={
          <>
            {launches && !closedAt && kind !== 'commitment' ? (
              <Link to={`/ledger/new?source=${id}`}>下达台账事项</Link>
            ) : null}
            {beside ? <Link to={`/cases/${id}`}>整页打开</Link> : null}
          </>
        }
        facts={
          <>
            <span>{numberText(kindLabel, number)}</span>
            <strong style={{ color: 'var(--ink)' }}>
              {closedAt ? `已办结（${stageLabel}）` : stageLabel}
            </strong>
            {[...partiesByPart(parties)].map(([part, names]) => (
              <span key={part}>{`${part}：${names.join('、')}`}</span>
            ))}
            <span>{`${dateText(dayOf(openedAt), today)}立案`}</span>
            {closedAt ? <span>{`${dateText(dayOf(closedAt), today)}办结`}</span> : null}
          </>
        }
      />
    </>
  );
}
