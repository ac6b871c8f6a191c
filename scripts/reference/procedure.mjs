import { noticeTypeOf } from '#domain/notice-types';
import { openAction } from '#domain/procedure';
import { serviceSteps } from '#domain/service/steps';
import { supervisionSteps } from '#domain/supervision/steps';
import { ownActions } from './explore.mjs';
import { code, heading, table } from './markdown.mjs';
import { officeLabel } from './sample-values.mjs';

const labelOf = (kind, action) => kind.actions[action]?.label ?? '立项';
const offices = (list) => [...new Set(list.map(officeLabel))].join('、');

const orders = {
  issueNotice: ({ code: paper }) => `印发《${noticeTypeOf(paper).label}》`,
  deliverNotice: () => '文书送收文单位',
  voidNotice: () => '文书作废，告知收文单位',
  openCases: ({ kind }) => `逐行立项（${kind}）`,
  openCase: ({ kind }) => `另立一案（${kind}）`,
  tellCase: ({ action }) => `告知有关事项（${action}）`,
  tellMembers: ({ action }) => `告知所属各事项（${action}）`,
};
const outside = (acts) =>
  [
    ...new Set(acts.flatMap(({ effects }) => effects.map((one) => orders[one.type]?.(one)).filter(Boolean))),
  ].join('；');

/** Only moves from one stage to another; what stays in its stage stands in the table of actions. */
function diagram({ kind, moves }) {
  const states = Object.entries(kind.stages).map(([stage, label]) => `  state "${label}" as ${stage}`);
  const [first] = Object.keys(kind.stages);
  const arrows = [...moves]
    .map(([move, actions]) => ({ from: move.split(' ')[0], to: move.split(' ')[1], actions }))
    .filter(({ from, to }) => from !== to)
    .map(
      ({ from, to, actions }) =>
        `  ${from} --> ${to} : ${actions.map((one) => labelOf(kind, one)).join(' / ')}`,
    );
  return ['```mermaid', 'stateDiagram-v2', ...states, `  [*] --> ${first}`, ...arrows, '```'].join('\n');
}

function stepRows({ kind, holders }) {
  const own = Object.entries(kind.steps).filter(
    ([step]) => !(step in supervisionSteps || step in serviceSteps),
  );
  return own.map(([step, { label, action, rule }]) => [
    code(step),
    label,
    offices(holders.get(step) ?? []),
    code(action),
    rule ? code(rule) : '商定的日期',
  ]);
}

function actionRows({ kind, acts, moves }) {
  const leading = (action) =>
    [...moves].filter(([, actions]) => actions.includes(action)).map(([move]) => move.split(' '));
  return ownActions(kind).map(([action, { label }]) => {
    const from = [...new Set(leading(action).map(([stage]) => kind.stages[stage]))];
    const to = [
      ...new Set(leading(action).flatMap(([stage, next]) => (stage === next ? [] : [kind.stages[next]]))),
    ];
    const done = acts.get(action);
    return [
      code(action),
      label,
      offices(done.map(({ office }) => office)),
      from.join('、'),
      to.join('、'),
      outside(done),
    ];
  });
}

export function procedurePage(found) {
  const { kind, acts } = found;
  const opener = offices(acts.get(openAction).map(({ office }) => office));
  return `${heading}# ${kind.label} · \`${kind.code}\`

Procedure ${kind.procedure}; register numbers ${kind.registerMark}〔year〕n号; opened by ${opener}. The tables come from
\`libs/domain/kinds/${kind.code}/kind.ts\`; arrows and holders are what \`decide()\` did when every action was tried.

${diagram(found)}

## 待办 · Steps

What the procedure waits for: who owes it, the action that answers it, and the row of [deadlines](deadlines.md) that
limits it.

${table(['step', '待办', '承办', 'action', 'deadline'], stepRows(found))}

## 办理 · Actions

办理人 lists every office that may do it; 之后 is empty where the case stays in its stage.

${table(['action', '办理', '办理人', '阶段', '之后', '外部效果'], actionRows(found))}
`;
}
