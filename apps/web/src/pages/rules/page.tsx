import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { RuleLine, RuleTable, Rules } from '../../api/bureau-types.ts';
import { ruleTableLabels } from '../../api/labels.ts';
import { useHoldsOneOf } from '../../api/session.ts';
import { DraftList } from '../../drafts/draft-list.tsx';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { rulesQuery } from './queries.ts';
import { RuleItem } from './rule-item.tsx';
import classes from './rules.module.css';

const tables = Object.keys(ruleTableLabels) as RuleTable[];

const intros: Record<RuleTable, string> = {
  rung: '到期前提醒谁，逾期后隔多久、报到哪一级、附什么文书。按触发当天的规定，在办事项也适用。',
  deadline: '每一步办多久。按起算当天的规定，已经起算的期限不因新规定改变。',
  extension: '可以申请几次延期、每次多长、须提前多久申请；由上一级审批。没有单独规定的，按一般的延期。',
  ground: '什么事由可以中止计算期限，由谁批准。',
  route: '哪些事项须经谁签署、分几步。已经送签的按原来的步骤签完。',
  'office-hours': '提醒和上报只在工作日的办公时间内发出，人工催办也一样。',
  numbering: '每种文书的文号怎样写。代字相同的合在一起编号，每年从1号起；已经用过的文号不变。',
  way: '文书没有送到的，系统提示下一步用什么方式；是否采用由承办人定。公告送达只能在邮寄被退回之后。',
};
/** To these a rule of its own may be added; of the others there is one of each. */
const additions: Partial<Record<RuleTable, string>> = {
  rung: '增加一条',
  extension: '为某项期限单独规定',
  ground: '增加一个事由',
};

/** What holds now, what is to come, what was: read by the bureau, changed by two administrators. */
export default function RulesPage() {
  const [address] = useSearchParams();
  const admin = useHoldsOneOf(['system-admin', 'security-admin']);
  const table = tables.find((one) => one === address.get('table')) ?? 'rung';
  const query = useQuery(rulesQuery);
  return (
    <PageBody>
      <PageHead
        title="规则"
        facts="期限、提醒、上报和审批都按这里的规定；新规定由一人报送、另一人批准，自生效日起适用，以前的规定留存备查。"
      />
      {admin ? <DraftList sort="rules" heading="报送中的规则变动" detail="种类" /> : null}
      <nav className={classes['tables']} aria-label="规则的种类">
        {tables.map((one) => (
          <Link
            key={one}
            to={{ search: `?table=${one}` }}
            {...(one === table ? { 'aria-current': 'page' as const } : {})}
          >
            {ruleTableLabels[one]}
          </Link>
        ))}
      </nav>
      <Asked query={query} what="读取规则" rows={10}>
        {(rules) => <Table table={table} rules={rules} draft={address.get('draft') ?? undefined} />}
      </Asked>
    </PageBody>
  );
}

interface TableProps {
  table: RuleTable;
  rules: Rules;
  /** To which another row is to be added. */
  draft: string | undefined;
}

function Table({ table, rules, draft }: TableProps) {
  const go = useNavigate();
  const proposes = useHoldsOneOf(['system-admin']);
  const rows = rules.tables.find((one) => one.table === table)?.rows ?? [];
  const addition = additions[table];
  const into = draft ? `&draft=${draft}` : '';
  const groups = new Map<string, RuleLine[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return (
    <>
      {rules.telling ? (
        <p className="remind">▲ 最近批准的规则正在逐件告知在办事项，已告知{rules.telling.told}件。</p>
      ) : null}
      {draft ? (
        <p className="remind">
          请选择要加入草稿的一条。 <Link to={`/rules/drafts/${draft}`}>回到草稿</Link>
        </p>
      ) : null}
      <div className={classes['intro']}>
        <p className="muted">{intros[table]}</p>
        {proposes && addition ? (
          <Button type="primary" onClick={() => void go(`/rules/new?table=${table}${into}`)}>
            {addition}
          </Button>
        ) : null}
      </div>
      {[...groups].map(([group, lines]) => (
        <section key={group} className={classes['group']} aria-label={group}>
          {groups.size > 1 ? <h2>{group}</h2> : null}
          <ul>
            {lines.map((line) => (
              <RuleItem key={line.code} {...{ table, line, proposes, into }} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
