import { draftedCodes } from '#domain/kinds/dispatch/forms';
import { noticeTypeOf } from '#domain/notice-types';
import { numberingOn, shippedNumbering } from '#domain/numbering';
import { rungNotices } from '#domain/supervision/papers';
import { code, heading, table } from './markdown.mjs';

/** Papers of the ladders, which every kind has alike: told once. */
const ofLadders = Object.values(rungNotices).map(({ code }) => code);

const bearsNumber = (paper) => numberingOn(shippedNumbering, paper, '2026-01-01') !== undefined;

const issued = (explored) =>
  explored.flatMap(({ kind, acts }) =>
    [...acts].flatMap(([action, done]) =>
      done.flatMap(({ effects }) =>
        effects
          .filter(
            ({ type, code }) =>
              type === 'issueNotice' && !ofLadders.includes(code) && !draftedCodes.includes(code),
          )
          .map((effect) => ({ kind, paper: effect.code, numbered: bearsNumber(effect.code), action })),
      ),
    ),
  );

export function noticesPage(explored) {
  const papers = new Map();
  for (const { kind, paper, numbered, action } of issued(explored)) {
    const known = papers.get(paper) ?? { kind, numbered, by: new Set() };
    known.by.add(`${kind.actions[action].label}（${code(action)}）`);
    papers.set(paper, known);
  }
  const row = (paper, numbered, when, folder, file = paper) => {
    const { label, numberMark, byIssue } = noticeTypeOf(paper);
    const mark = byIssue ? '〔年〕第n期' : `${numberMark}〔年〕序号`;
    const number = numbered ? mark : '不编号';
    return [code(paper), label, number, when, code(`libs/domain/${folder}/notices/${file}.ts`)];
  };
  const rows = [...papers].map(([paper, { kind, numbered, by }]) =>
    row(paper, numbered, [...by].join('、'), `kinds/${kind.code}`),
  );
  const onLadders = `处理督办升级（${code('decide-escalation')}）；无须审批的档到时自动印发`;
  const freely = `签发（${code('sign')}，发文）`;
  rows.push(...draftedCodes.map((paper) => row(paper, true, freely, 'bureau', 'general')));
  rows.push(...ofLadders.map((paper) => row(paper, true, onLadders, 'supervision')));
  rows.push(row('service-receipt', true, '每次送达得到证明时', 'service'));
  rows.push(
    row('electronic-service-consent', false, `同意电子送达（${code('consent-electronic')}）`, 'service'),
  );
  return `${heading}# 文书 · Papers

Each paper is a pure function beside a Handlebars template of the same name, with its golden text. A numbered paper takes
its number in the transaction that issues it; one series per mark and year.

${table(['code', '文书', '文号', '何时印发', '内容'], rows)}
`;
}
