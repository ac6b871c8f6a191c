import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { CheckLine } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';
import { useHoldsOneOf, useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { bureauRoles } from '../../routes/role-groups.ts';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import classes from './checks.module.css';

/** 现场核查: where the reader checks today and soon, then the others. */
export default function ChecksPage() {
  const navigate = useNavigate();
  const launches = useHoldsOneOf(['inspector', 'section-head']);
  const query = useQuery({
    queryKey: ['checks', 'open'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/on-site-checks', { params: { query: { list: 'all', status: 'open' } }, signal })),
    ...live,
  });
  return (
    <PageBody>
      <PageHead
        title="现场核查"
        actions={
          launches ? (
            <Button type="primary" onClick={() => void navigate('/checks/new')}>
              安排现场核查
            </Button>
          ) : null
        }
      />
      <Asked query={query} what="读取现场核查" rows={6}>
        {(lines) => <Checks lines={lines} launches={launches} />}
      </Asked>
      <p>
        <Link to="/cases?kind=on-site-check&status=closed">已归档的核查</Link>
      </p>
    </PageBody>
  );
}

function Checks({ lines, launches }: { lines: readonly CheckLine[]; launches: boolean }) {
  const today = useToday();
  const supervises = useHoldsOneOf(bureauRoles);
  if (lines.length === 0)
    return (
      <EmptyState
        title="没有在办的现场核查"
        text={
          supervises
            ? '安排核查以后，检查人员的工作台和这里同时出现，到现场用手机逐项填写。'
            : '主管部门到本院核查的安排和结果列在这里。'
        }
        action={launches ? <Link to="/checks/new">安排现场核查</Link> : null}
      />
    );
  const planned = (line: CheckLine) => line.mine && line.stage === 'planned';
  const parts = [
    { title: '我今天要查的', lines: lines.filter((line) => planned(line) && line.on <= today) },
    { title: '我接下来要查的', lines: lines.filter((line) => planned(line) && line.on > today) },
    { title: supervises ? '其他在办核查' : '在办核查', lines: lines.filter((line) => !planned(line)) },
  ];
  return parts
    .filter((part) => part.lines.length > 0)
    .map((part) => (
      <section key={part.title} className={classes['part']}>
        <h2>{part.title}</h2>
        <ul className={classes['list']}>
          {part.lines.map((line) => (
            <Line key={line.caseId} line={line} fills={planned(line) && line.on <= today} />
          ))}
        </ul>
      </section>
    ));
}

function Line({ line, fills }: { line: CheckLine; fills: boolean }) {
  const today = useToday();
  const navigate = useNavigate();
  const late = line.stage === 'planned' && line.on < today;
  return (
    <li>
      <div className={classes['when']}>
        <strong className={late ? 'late' : undefined}>
          {line.on === today ? '今天' : dayText(line.on, today)}
        </strong>
        <span className="muted">{late ? '■ 已过核查日期' : line.stageLabel}</span>
      </div>
      <div>
        <Link to={`/cases/${line.caseId}`} className={classes['title'] ?? ''}>
          {line.title}
        </Link>
        <div className="muted">
          {[line.place, line.checkers.map(({ name }) => name).join('、'), line.number]
            .filter(Boolean)
            .join('　')}
        </div>
        {line.failing > 0 ? <div className="late">{`✕ 不合格 ${line.failing}项`}</div> : null}
      </div>
      {fills ? (
        <Button
          type="primary"
          size="large"
          className={classes['fill'] ?? ''}
          onClick={() => void navigate(`/checks/${line.caseId}`)}
        >
          {line.filled > 0 ? `继续填写（${line.filled}/${line.total}）` : '开始填写'}
        </Button>
      ) : null}
    </li>
  );
}
