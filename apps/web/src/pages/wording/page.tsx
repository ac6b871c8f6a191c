import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Wordings } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';
import { DraftList } from '../../drafts/draft-list.tsx';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { WideTable } from '../../lists/wide-table.tsx';
import { Asked } from '../../states/asked.tsx';
import { wordingsQuery } from './queries.ts';

type Paper = Wordings['items'][number];

/** Every paper, in whose words it is issued, and since when. */
export default function WordingPage() {
  const query = useQuery(wordingsQuery);
  return (
    <PageBody>
      <PageHead
        title="文书措辞"
        facts="各种文书怎样措辞；改动由一人起草报送、另一人批准，自生效日起印发的文书采用，以前印发的不变。版式按国家标准，不在此处改。"
      />
      <DraftList sort="wording" heading="报送中的措辞改动" detail="生效" />
      <Asked query={query} what="读取文书措辞" rows={12}>
        {({ items }) => <Papers items={items} />}
      </Asked>
    </PageBody>
  );
}

function Papers({ items }: { items: Paper[] }) {
  const today = useToday();
  return (
    <WideTable<Paper>
      width={700}
      rowKey="code"
      pagination={false}
      dataSource={items}
      columns={[
        {
          title: '文书',
          render: (_, { code, label }) => <Link to={`/wording/papers/${code}`}>{label}</Link>,
        },
        { title: '版式', dataIndex: 'layoutLabel', width: 130 },
        {
          title: '现行措辞',
          width: 220,
          render: (_, { now }) => (
            <>
              {now.label}
              <Faults faults={now.faults} />
            </>
          ),
        },
        {
          title: '自何时起',
          width: 150,
          render: (_, { now }) => (now.from ? dateText(now.from, today) : '一直'),
        },
        {
          title: '将要生效',
          width: 240,
          render: (_, { coming }) =>
            coming.map(({ version, label, from, faults }) => (
              <div key={version}>
                {label}，自{dateText(from ?? '', today)}
                <Faults faults={faults} />
              </div>
            )),
        },
      ]}
    />
  );
}

/** A later release may have other fields than the one for which it was approved. */
function Faults({ faults }: { faults: string[] }) {
  if (faults.length === 0) return null;
  return (
    <div className="wrong">
      ■ 与系统现在的版本不符，不能印发，请另报一版：
      {faults.join('')}
    </div>
  );
}
