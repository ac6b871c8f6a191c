import { PageBody, PageHead } from '../../layout/page-head.tsx';

export default function Page() {
  return (
    <PageBody>
      <PageHead title="登记簿" />
    </PageBody>
  );
}
