import { useParams } from 'react-router';
import { PageBody } from '../../layout/page-head.tsx';
import { CasePanel } from './case-panel.tsx';

export default function CasePage() {
  const { id = '' } = useParams();
  return (
    <PageBody>
      <CasePanel key={id} id={id} />
    </PageBody>
  );
}
