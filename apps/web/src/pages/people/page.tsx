import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useHoldsOneOf } from '../../api/session.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { MasterDetail } from '../orgs/master-detail.tsx';
import { NewPerson } from './new-person.tsx';
import { PeopleList } from './people-list.tsx';
import { PeopleTools } from './people-tools.tsx';
import { PersonPanel } from './person-panel.tsx';
import { usePeopleAddress } from './use-people-address.ts';

export default function PeoplePage() {
  const address = usePeopleAddress();
  const { filter, open, set, toPerson, close } = address;
  const cache = useQueryClient();
  const mayAct = useHoldsOneOf(['system-admin']);
  const making = open === 'new' && mayAct;
  return (
    <PageBody>
      <PageHead
        title="人员"
        facts="账号由系统管理员开通，职务由安全管理员授予，日志由审计员查看，三者不得兼任。"
        actions={
          mayAct ? (
            <Button type="primary" onClick={() => set({ open: 'new' }, false)}>
              登记新人员
            </Button>
          ) : null
        }
      />
      <PeopleTools address={address} />
      <MasterDetail
        title="人员详情"
        onClose={close}
        list={<PeopleList filter={filter} open={open} toPerson={toPerson} />}
        detail={
          making ? (
            <NewPerson
              onCancel={close}
              onDone={async (id) => {
                await cache.invalidateQueries({ queryKey: ['people'] });
                set({ open: id });
              }}
            />
          ) : open && open !== 'new' ? (
            <PersonPanel id={open} />
          ) : null
        }
      />
    </PageBody>
  );
}
