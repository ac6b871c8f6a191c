import type { PapersExport } from '#db/queries/cases/papers-export';
import { shanghaiDay } from '#domain/day';
import { safeName } from '#files/archives/safe-name';

interface Receiver {
  name: string;
  /** Day and way in which it is proven; null: not yet. */
  served: { on: string; way: string } | null;
}

interface ListedPaper {
  file: string;
  number: string | null;
  title: string;
  issuedOn: string;
  pages: number | null;
  sha256: string;
  state: string;
  receivers: Receiver[];
}
interface ListedFile {
  file: string;
  name: string;
  size: number;
  sha256: string;
  uploadedOn: string;
  action: string;
}
export interface Contents {
  case: { number: string; title: string };
  exportedOn: string;
  sealedOn: string | null;
  papers: ListedPaper[];
  files: ListedFile[];
}

/** What lies in the archive, under which name, with what by which anybody can check it. */
export function contentsOf(found: PapersExport, today: string): Contents {
  const { papers, files, sealedOn } = found;
  return {
    case: { number: found.number, title: found.title },
    ...{ exportedOn: today, sealedOn },
    papers: papers.map(({ line, sha256 }, nth) => ({
      file: `文书/${ordinal(nth)} ${safeName([line.number, line.title, line.heldFor].filter(Boolean).join(' '), '.pdf')}`,
      ...{ number: line.number, title: line.title, issuedOn: shanghaiDay(line.issuedAt) },
      ...{ pages: line.pages, sha256, state: stateOf(line, sealedOn) },
      receivers: receiversOf(line),
    })),
    files: files.map(({ line, sha256 }, nth) => ({
      file: `附件/${ordinal(nth)} ${named(line.name)}`,
      ...{ name: line.name, size: line.size, sha256, uploadedOn: shanghaiDay(line.uploadedAt) },
      action: line.action,
    })),
  };
}

type Line = PapersExport['papers'][number]['line'];

const ordinal = (nth: number): string => String(nth + 1).padStart(4, '0');

/** The extension stays, however long the name. */
function named(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= 6
    ? safeName(name.slice(0, dot), safeName(name.slice(dot)))
    : safeName(name);
}

function stateOf({ voided, replacedBy, heldFor, to }: Line, sealedOn: string | null): string {
  if (voided) return '已作废';
  if (replacedBy) return `已被${replacedBy.how}`;
  if (heldFor && to.length === 0) return sealedOn ? '已用印，未发送' : '未发送';
  return sealedOn ? '已用印' : '已印发';
}

function receiversOf({ service, to, heldFor }: Line): Receiver[] {
  if (service) return service.recipients.map(({ name, proven }) => ({ name, served: proven }));
  if (to.length === 0 && heldFor) return [{ name: heldFor, served: null }];
  return to.map(({ name, openedAt }) => ({
    name,
    served: openedAt ? { on: shanghaiDay(openedAt), way: '系统内阅看' } : null,
  }));
}

const heads = ['文号', '标题', '印发日期', '页数', '状态', '收文单位', '送达日期和方式', '文件名', 'SHA-256'];

/** 目录: the same as a table that a spreadsheet opens; `=` and the like begin no formula. */
export function tableOf({ papers, files }: Contents): string {
  const rows = [
    ...papers.map((one) => [
      ...[one.number ?? '', one.title, one.issuedOn, String(one.pages ?? ''), one.state],
      one.receivers.map(({ name }) => name).join('；'),
      one.receivers.map(({ served }) => (served ? `${served.on} ${served.way}` : '未送达')).join('；'),
      ...[one.file, one.sha256],
    ]),
    ...files.map((one) => [
      '',
      one.name,
      one.uploadedOn,
      '',
      `附件（${one.action}）`,
      '',
      '',
      one.file,
      one.sha256,
    ]),
  ];
  return `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const cell = (value: string): string =>
  `"${(/^[=+\-@\t\r]/u.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
