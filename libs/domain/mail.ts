import { longDay, shortDay, weekdayName, type Day } from './day.ts';

/** One line of a mail: what a case is called, the step, the day. Nothing that somebody wrote into a form. */
export interface MailLine {
  caseId: string;
  title: string;
  step: string;
  due: Day | null;
  /** How it stands, in words: 已逾期2个工作日. */
  standing: string;
}

export interface MailPart {
  title: string;
  lines: MailLine[];
  /** How many there are beyond the lines. */
  more: number;
}

export type MailContent =
  | { sort: 'digest'; day: Day; name: string; parts: MailPart[]; unread: number }
  | { sort: 'urgent'; name: string; parts: MailPart[] }
  | { sort: 'confirm'; name: string; code: string };

/** As it waits to be sent: nobody else reads the code. */
export type KeptMail =
  Exclude<MailContent, { sort: 'confirm' }> | { sort: 'confirm'; name: string; sealed: string };

/** A mail that tells of matters. */
export type Listing = Exclude<MailContent, { sort: 'confirm' }>;

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

const countOf = ({ lines, more }: MailPart) => lines.length + more;

function subjectOf(content: Listing): string {
  if (content.sort === 'urgent') {
    const [part] = content.parts;
    const [line] = part?.lines ?? [];
    const count = content.parts.reduce((sum, one) => sum + countOf(one), 0);
    if (count > 1 || !line) return `【督行】有${count}件紧急事项`;
    return `【督行】${part?.title}：${line.title}${line.step && `（${line.step}）`}`;
  }
  const said = content.parts.map((part) => `${part.title}${countOf(part)}件`);
  if (content.unread > 0) said.push(`未读消息${unreadText(content.unread)}`);
  return `【督行】${shortDay(content.day)}：${said.join('，')}`;
}

const unreadText = (unread: number) => (unread > 99 ? '99条以上' : `${unread}条`);

function lineText({ title, step, due, standing }: MailLine): string {
  const day = due ? `${longDay(due)}（${weekdayName(due)}）到期` : '';
  return [[title, step].filter(Boolean).join('：'), [day, standing].filter(Boolean).join('，')]
    .filter(Boolean)
    .join('　');
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

const page = (html: string) =>
  `<!doctype html><html lang="zh-CN"><body style="font:14px/1.7 sans-serif">${html}</body></html>`;

function confirmMail({ name, code }: Extract<MailContent, { sort: 'confirm' }>, base: string): Mail {
  const lines = [
    `${name}，您好。`,
    `您在督行登记了这个邮箱，验证码是 ${code}，24小时内有效。`,
    `请在“我的设置”里填写：${base}/settings`,
    '不是您本人登记的，不必理会，今后也不会收到邮件。',
  ];
  const html = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return { subject: '【督行】邮箱验证码', text: lines.join('\n'), html: page(html) };
}

/** Plain text and HTML of one mail; both say the same. Links lead to the product's public address. */
export function composeMail(content: MailContent, publicUrl: string): Mail {
  const base = publicUrl.replace(/\/+$/, '');
  if (content.sort === 'confirm') return confirmMail(content, base);
  const settings = `${base}/settings`;
  const hello =
    content.sort === 'digest'
      ? `${content.name}，您好。以下是${longDay(content.day)}的待办汇总。`
      : `${content.name}，您好。`;
  const text = [hello, ''];
  const html = [`<p>${escaped(hello)}</p>`];
  for (const part of content.parts) {
    const more = part.more > 0 ? `另有${part.more}件，请登录查看。` : '';
    text.push(`${part.title}（${countOf(part)}件）`);
    html.push(`<h3 style="margin:16px 0 4px">${escaped(part.title)}（${countOf(part)}件）</h3>`, '<ul>');
    for (const line of part.lines) {
      const address = `${base}/cases/${line.caseId}`;
      text.push(`· ${lineText(line)}`, `  ${address}`);
      html.push(`<li><a href="${escaped(address)}">${escaped(lineText(line))}</a></li>`);
    }
    html.push('</ul>');
    if (more) {
      text.push(`  ${more}`);
      html.push(`<p>${more}</p>`);
    }
    text.push('');
  }
  if (content.sort === 'digest' && content.unread > 0) {
    text.push(`未读消息${unreadText(content.unread)}：${base}/messages`, '');
    html.push(`<p><a href="${escaped(base)}/messages">未读消息${unreadText(content.unread)}</a></p>`);
  }
  const foot = '本邮件由系统自动发送，请勿回复。收哪些邮件，可在“我的设置”里改：';
  text.push(foot, settings);
  html.push(`<p style="color:#666">${foot}<a href="${escaped(settings)}">我的设置</a></p>`);
  return {
    subject: subjectOf(content).replace(/\s+/g, ' '),
    text: text.join('\n'),
    html: page(html.join('\n')),
  };
}
