import { setTimeout as pause } from 'node:timers/promises';
import { cancellationSignal } from '@temporalio/activity';
import type { MailSender } from '#channels/mail-sender';
import type { Clock } from '#config/clock';
import { CannotOpen, type Vault } from '#config/vault';
import type { DigestRound, FeedOutcome } from '#contracts/feeds';
import { aboutMail } from '#db/commands/email-codes';
import { claimMail, markMailFailed, markMailSent, writeMail, type ClaimedMail } from '#db/commands/mails';
import type { EntityManager } from '#db/orm';
import { digestOf } from '#db/queries/mail/digest-of';
import { recipients } from '#db/queries/mail/recipients';
import { urgentMessages, type UrgentMessage } from '#db/queries/mail/urgent';
import { currentCalendar } from '#db/queries/rule-book';
import { plusMs, shanghaiDay, type Instant } from '#domain/day';
import { isDigestDay } from '#domain/digest';
import { composeMail, type MailContent, type MailPart } from '#domain/mail';
import { beating } from './beating.ts';

/** How long one call watches; its workflow calls it again. */
const watchMs = 9 * 60_000;
const lookMs = 2_000;
const awayMs = 30_000;
/** A message is found within minutes, or, where its commit came long after its act, by the wide look. */
const nearMs = 15 * 60_000;
const wideMs = 72 * 3_600_000;
const looksPerWide = 30;
const shown = 20;

interface Parts {
  em: EntityManager;
  clock: Clock;
  /** Undefined: mail is not configured. */
  sender: MailSender | undefined;
  publicUrl: string;
  vault: Vault;
}

/** The morning's digests and what is urgent. What is to be sent is a row first (libs/db/commands/mails.ts). */
export function mailActivities({ em, clock, sender, publicUrl, vault }: Parts) {
  async function writeUrgent(sinceMs: number): Promise<void> {
    const now = clock.now();
    const calendar = await currentCalendar(em.fork());
    const found = await urgentMessages(em.fork(), { now, since: plusMs(now, -sinceMs), calendar });
    for (const [personId, messages] of byPerson(found)) {
      const [first] = messages;
      if (!first) continue;
      const content = { sort: 'urgent' as const, name: first.name, parts: partsOf(messages) };
      const messageIds = messages.map(({ messageId }) => messageId);
      await writeMail(em, {
        key: `urgent/${personId}/${first.messageId}`,
        personId,
        content,
        now,
        messageIds,
      });
    }
  }

  /** Sends what is due, each by itself: one that is refused holds up nobody. False: the server is away. */
  async function sendDue(through: MailSender): Promise<boolean> {
    for (;;) {
      const mail = await claimMail(em, clock.now());
      if (!mail) return true;
      const content = opened(vault, mail);
      if (!content) {
        const failure = '验证码打不开：保存它的加密钥已更换，请本人重新发送';
        await markMailFailed(em, mail, { failure, refused: true }, clock.now());
        continue;
      }
      const sent = await through.send({ ...composeMail(content, publicUrl), id: mail.id, to: mail.address });
      if (sent.sent) {
        await markMailSent(em, mail.id, clock.now());
        continue;
      }
      const { failure, why } = sent;
      await markMailFailed(em, mail, { failure, refused: why === 'refused' }, clock.now());
      if (why === 'away') return false;
    }
  }

  async function writeDigests(now: Instant): Promise<void> {
    const day = shanghaiDay(now);
    const calendar = await currentCalendar(em.fork());
    if (!isDigestDay(calendar, day)) return;
    for (const recipient of await recipients(em.fork(), now, ['digest'])) {
      const content = await digestOf(em.fork(), recipient, now, calendar);
      const { personId } = recipient.actor;
      if (content) await writeMail(em, { key: `digest/${personId}/${day}`, personId, content, now });
    }
  }

  async function watch(through: MailSender, signal: AbortSignal): Promise<void> {
    const end = performance.now() + watchMs;
    for (let look = 0; performance.now() < end && !signal.aborted; look += 1) {
      await writeUrgent(look % looksPerWide === 0 ? wideMs : nearMs);
      const reached = await sendDue(through);
      await pause(reached ? lookMs : awayMs, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    /** On a working day, by the calendar that holds then, one mail for each who has something to be told. */
    async writeDigests({ now }: DigestRound): Promise<FeedOutcome> {
      if (sender) await beating(() => writeDigests(now));
      return sender ? 'on' : 'off';
    },

    /** Watches for what is urgent and sends whatever is due. */
    async sendMails(): Promise<FeedOutcome> {
      const signal = cancellationSignal();
      if (sender) await beating(() => watch(sender, signal));
      return sender ? 'on' : 'off';
    },
  };
}
export type MailActivities = ReturnType<typeof mailActivities>;

/** Undefined: its code was sealed with another key. */
function opened(vault: Vault, { id, content }: ClaimedMail): MailContent | undefined {
  if (content.sort !== 'confirm') return content;
  const { sort, name, sealed } = content;
  try {
    return { sort, name, code: vault.open(sealed, aboutMail(id)) };
  } catch (error) {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  }
}

function byPerson(messages: readonly UrgentMessage[]): Map<string, UrgentMessage[]> {
  const found = new Map<string, UrgentMessage[]>();
  for (const message of messages)
    found.set(message.personId, [...(found.get(message.personId) ?? []), message]);
  return found;
}

function partsOf(messages: readonly UrgentMessage[]): MailPart[] {
  return [...new Set(messages.map(({ label }) => label))].map((title) => {
    const lines = messages.filter(({ label }) => label === title).map(({ line }) => line);
    return { title, lines: lines.slice(0, shown), more: Math.max(0, lines.length - shown) };
  });
}
