import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { MasterDetail } from '../orgs/master-detail.tsx';
import { PeopleList } from '../people/people-list.tsx';
import { PeopleTools } from '../people/people-tools.tsx';
import { PersonPanel } from '../people/person-panel.tsx';
import { usePeopleAddress } from '../people/use-people-address.ts';
import { PostActs } from './post-acts.tsx';

export default function PermissionsPage() {
  const address = usePeopleAddress();
  const { filter, open, toPerson, close } = address;
  return (
    <PageBody>
      <PageHead title="权限" facts="选一个人，授予或终止职务。每一次变更都记入日志，由审计员查看。" />
      <PeopleTools address={address} />
      <MasterDetail
        title="职务"
        onClose={close}
        list={<PeopleList filter={filter} open={open} toPerson={toPerson} />}
        detail={
          open ? (
            <PersonPanel id={open} acts={(person) => <PostActs key={person.id} person={person} />} />
          ) : null
        }
      />
    </PageBody>
  );
}
