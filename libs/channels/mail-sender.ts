import { createTransport } from 'nodemailer';
import type { Mail } from '#domain/mail';

export interface Addressed extends Mail {
  to: string;
  /** The same whenever this mail is sent again. */
  id: string;
}

/** `refused`: for good; `later`: the server does not take this one now; `away`: no mail would go. */
export type Sent = { sent: true } | { sent: false; why: 'refused' | 'later' | 'away'; failure: string };

export interface MailSender {
  send(mail: Addressed): Promise<Sent>;
  close(): void;
}

const timeoutMs = 10_000;
const serverCodes = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS', 'ECONNRESET'];

const words = {
  refused: '对方邮箱不收',
  later: '邮件服务器暂时不收',
  away: '连不上邮件服务器',
} as const;

/** What nodemailer tells of a failure. */
interface Failure {
  code?: string;
  responseCode?: number;
  message: string;
}

export function createMailSender({ smtpUrl, from }: { smtpUrl: string; from: string }): MailSender {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: 2 * timeoutMs,
    // What a mail says is made here: never read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'duxing';
  return {
    async send({ to, id, subject, text, html }) {
      try {
        await transport.sendMail({
          ...{ from, to, subject, text, html },
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { sent: true };
      } catch (error) {
        const { code = '', responseCode = 0, message } = error as Failure;
        const away = responseCode < 400 || serverCodes.includes(code);
        const why = away ? 'away' : responseCode >= 500 ? 'refused' : 'later';
        return { sent: false, why, failure: `${words[why]}：${message.slice(0, 300)}` };
      }
    },
    close: () => transport.close(),
  };
}
