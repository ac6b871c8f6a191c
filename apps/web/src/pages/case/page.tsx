import { PageBody, PageHead } from '../../layout/page-head.tsx';

export default function Page() {
  return (
    <PageBody>
      <PageHead title="案件" />
    </PageBody>
  );
}
