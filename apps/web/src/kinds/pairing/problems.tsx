import type { PairingBody } from '../../api/bureau-types.ts';
import { Button } from 'antd';
import { useToday } from '../../api/session.ts';
import { dateText, instantText } from '../../days/day-text.ts';
import type { Doing } from './doing.ts';
import { Nothing } from './nothing.tsx';
import classes from './pairing.module.css';

type Problem = PairingBody['problems'][number];

const ladder = [
  { code: 'pair', label: '试点医院' },
  { code: 'office', label: '主管处室' },
  { code: 'leader', label: '分管领导' },
] as const;
const states: Record<Problem['status'], string> = {
  open: '待答复',
  answered: '已答复，待确认',
  closed: '✓ 已解决',
};

/** Where the problem stands on its way up. */
function Ladder({ problem }: { problem: Problem }) {
  const here = ladder.findIndex((rung) => rung.code === problem.level);
  return (
    <ol className={classes['ladder']} aria-label="问题所在层级">
      {ladder.map((rung, at) => (
        <li
          key={rung.code}
          aria-current={at === here && problem.status !== 'closed' ? 'step' : undefined}
          data-passed={at < here || problem.status === 'closed' ? (at <= here ? true : undefined) : undefined}
        >
          {rung.label}
        </li>
      ))}
    </ol>
  );
}

const answers: Record<Problem['level'], string> = {
  pair: 'answer-problem',
  office: 'answer-problem-office',
  leader: 'answer-problem-leader',
};

export function Problems({ body: { problems }, act, may }: Doing) {
  const today = useToday();
  if (problems.length === 0)
    return <Nothing what="问题" how="任何一方遇到需要协调的问题时，用“提出问题”登记，先由试点医院答复。" />;
  const order = { open: 0, answered: 1, closed: 2 };
  return [...problems]
    .sort((a, b) => order[a.status] - order[b.status] || a.raisedOn.localeCompare(b.raisedOn))
    .map((problem) => (
      <article key={problem.id} className={classes['problem']}>
        <header>
          <b>{states[problem.status]}</b>
          <span>{problem.areaLabel}</span>
          <span>{dateText(problem.raisedOn, today)}提出</span>
          <Ladder problem={problem} />
        </header>
        <p>{problem.problem}</p>
        {problem.answers.map((answer) => (
          <blockquote key={answer.at}>
            <small className={classes['note']}>
              {answer.by} {instantText(answer.at, today)}答复
            </small>
            {answer.text}
          </blockquote>
        ))}
        {problem.status === 'open' && may(answers[problem.level]) && (
          <Button size="small" onClick={() => act(answers[problem.level], { problemId: problem.id })}>
            答复问题
          </Button>
        )}
        {problem.status === 'answered' && may('close-problem') && (
          <Button size="small" onClick={() => act('close-problem', { problemId: problem.id })}>
            确认是否解决
          </Button>
        )}
      </article>
    ));
}
