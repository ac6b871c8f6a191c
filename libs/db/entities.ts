import { Absence, AbsencePost } from './entities/absence.ts';
import { Account, LogInAttempt } from './entities/account.ts';
import { CaseEventRow } from './entities/case-event.ts';
import { CaseFile, CaseName } from './entities/case-file.ts';
import { CaseParty } from './entities/case-party.ts';
import { CheckLook } from './entities/check-look.ts';
import { CommitmentLineRow } from './entities/commitment-line.ts';
import { Delivery } from './entities/delivery.ts';
import { Draft } from './entities/draft.ts';
import { EffectRow } from './entities/effect.ts';
import { EmailCode } from './entities/email-code.ts';
import { File, FileRef } from './entities/file.ts';
import { LogEntry } from './entities/log-entry.ts';
import { Mail, MailMessage } from './entities/mail.ts';
import { Message, MessageRead } from './entities/message.ts';
import { Notice, NoticeProof, NumberSeries } from './entities/notice.ts';
import { Org, OrgName } from './entities/org.ts';
import { PairList, PairListLine } from './entities/pair-list.ts';
import { Person, Qualification } from './entities/person.ts';
import { Post } from './entities/post.ts';
import { CaseRecord } from './entities/record.ts';
import { Relation } from './entities/relation.ts';
import { RuleBookRow } from './entities/rule-book.ts';
import { RuleRowRow } from './entities/rule-row.ts';
import { SavedView } from './entities/saved-view.ts';
import { SentOnce } from './entities/sent-once.ts';
import { Session } from './entities/session.ts';
import { Submission } from './entities/submission.ts';
import { Todo } from './entities/todo.ts';
import { OutboxLine, OutboxPosition, Webhook, WebhookDelivery } from './entities/webhook.ts';
import { Wording } from './entities/wording.ts';
import { WorkloadHandover, WorkloadHandoverItem } from './entities/workload-handover.ts';

/** Every table that the code knows; one line per area. */
export const entities = [
  ...[Org, OrgName, Person, Qualification, Post, Account, LogInAttempt, Session, SentOnce, SavedView],
  ...[LogEntry, Message, MessageRead, Mail, MailMessage, EmailCode],
  ...[Webhook, WebhookDelivery, OutboxLine, OutboxPosition],
  ...[Absence, AbsencePost, Relation],
  ...[WorkloadHandover, WorkloadHandoverItem],
  ...[CaseFile, CaseName, CaseParty, CaseEventRow, Submission, EffectRow, Todo],
  ...[
    NumberSeries,
    Notice,
    NoticeProof,
    CheckLook,
    Delivery,
    CaseRecord,
    PairList,
    PairListLine,
    RuleBookRow,
  ],
  ...[CommitmentLineRow],
  ...[Draft, RuleRowRow, Wording],
  ...[File, FileRef],
];
