import type { ReactNode } from 'react';
import type { Draft } from '../api/bureau-types.ts';
import { useToday } from '../api/session.ts';
import { instantText } from '../days/day-text.ts';
import { PageHead } from '../layout/page-head.tsx';
import classes from './drafts.module.css';
import { DraftActs, type DraftWords } from './draft-acts.tsx';

interface Props {
  draft: Draft;
  /** 2027年工作日历; its state stands behind it. */
  title: string;
  trail: { label: string; to?: string }[];
  words: DraftWords;
  /** Said of a published one: when it begins to hold. */
  since?: string;
  /** Where it comes from and the like. */
  facts?: ReactNode;
  children: ReactNode;
}

export const hasEnded = ({ status }: Draft): boolean => status === 'published' || status === 'withdrawn';

/** Who proposed it and when, what was decided, what keeps it back, what may be done; then its content. */
export function DraftPage({ draft, title, trail, words, since = '', facts, children }: Props) {
  const today = useToday();
  const { version, statusLabel, proposedBy, changedAt, problems } = draft;
  return (
    <>
      <PageHead
        title={`${title}（${statusLabel}）`}
        trail={trail}
        facts={
          <>
            {facts}
            <span>报送：{proposedBy}</span>
            <span>{instantText(changedAt, today)}</span>
          </>
        }
      />
      <Decided draft={draft} since={since} />
      {problems.length > 0 ? (
        <div className="wrong">
          <p>改正之后才能报批和批准：</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <DraftActs key={version} draft={draft} words={words} />
      {children}
    </>
  );
}

function Decided({ draft, since }: { draft: Draft; since: string }) {
  const today = useToday();
  const { status, decidedBy, decidedAt, reason, proposedBy, changedAt } = draft;
  if (status === 'withdrawn')
    return (
      <p className={classes['ended']}>
        {proposedBy}于{instantText(changedAt, today)}撤回，不再办理；内容留存备查。
      </p>
    );
  if (!decidedBy || !decidedAt) return null;
  const when = instantText(decidedAt, today);
  if (status === 'returned')
    return (
      <p className="remind">
        ▲ {decidedBy}于{when}退回：{reason}
      </p>
    );
  return status === 'published' ? (
    <p className={classes['ended']}>
      ✓ {decidedBy}于{when}批准并发布{since}。
    </p>
  ) : null;
}
