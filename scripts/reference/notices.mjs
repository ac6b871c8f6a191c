import { noticeTypes } from '#domain/notice-types';
import { code, heading, table } from './markdown.mjs';

const issued = (explored) =>
  explored.flatMap(({ kind, acts }) =>
    [...acts].flatMap(([action, done]) =>
      done.flatMap(({ effects }) =>
        effects
          .filter(({ type }) => type === 'issueNotice')
          .map((effect) => ({ kind, paper: effect.code, numbered: Boolean(effect.series), action })),
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
  const rows = [...papers].map(([paper, { kind, numbered, by }]) => {
    const { label, numberMark } = noticeTypes(paper);
    const folder = `libs/domain/kinds/${kind.code}/notices`;
    return [
      code(paper),
      label,
      numbered ? `${numberMark}〔年〕序号` : '不编号',
      [...by].join('、'),
      code(`${folder}/${paper}.ts`),
    ];
  });
  return `${heading}# 文书 · Papers

Each paper is a pure function beside a Handlebars template of the same name, with its golden text. A numbered paper takes
its number in the transaction that issues it; one series per mark and year.

${table(['code', '文书', '文号', '何时印发', '内容'], rows)}
`;
}
