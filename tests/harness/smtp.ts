import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  messageId: string;
  subject: string;
  /** The plain text. */
  text: string;
}

export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** Addresses that are refused for good. */
  refused: Set<string>;
  /** Called when a mail was taken and before that is said; what it returns is waited for. */
  taken: (mail: ReceivedMail) => void | Promise<void>;
  to(address: string): ReceivedMail[];
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it is given. */
export async function mailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      const gone = Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 });
      callback(box.refused.has(address) ? gone : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const mail = read(Buffer.concat(chunks).toString('utf8'), to);
        box.received.push(mail);
        void Promise.resolve(box.taken(mail)).then(() => callback());
      });
    },
  });
  server.on('error', () => undefined);
  const box: MailServer = {
    url: '',
    received: [],
    refused: new Set(),
    taken: () => undefined,
    to: (address) => box.received.filter(({ to }) => to.includes(address)),
    stop: () => new Promise((settle) => server.close(() => settle())),
  };
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  box.url = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return box;
}

function read(raw: string, to: string[]): ReceivedMail {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const plain = raw.split(`--${boundary}`).find((part) => part.includes('text/plain')) ?? '';
  const [partHead = '', ...body] = plain.replace(/^\r\n/, '').split('\r\n\r\n');
  return {
    to,
    messageId: header('Message-ID'),
    subject: words(header('Subject')),
    text: decoded(body.join('\r\n\r\n'), /encoding: (\S+)/i.exec(partHead)?.[1] ?? ''),
  };
}

const words = (text: string) =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      decoded(how === 'B' ? coded : coded.replace(/_/g, ' '), how === 'B' ? 'base64' : 'quoted-printable'),
    );

function decoded(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
