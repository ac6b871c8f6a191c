import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { FontGaps } from './font-gaps.tsx';
import { FontRoles } from './font-roles.tsx';
import { TryText } from './try-text.tsx';

/** 文书字库: what the papers are printed in, and what they cannot print. */
export default function FontsPage() {
  const fonts = useQuery({
    queryKey: ['fonts'],
    queryFn: ({ signal }) => ask(api.GET('/api/fonts', { signal })),
  });
  return (
    <PageBody>
      <PageHead
        title="文书字库"
        facts="公文用这些字体排版。字库里没有的字印不出来，带有这样的字的文书不能签发。"
      />
      <Asked query={fonts} what="读取文书字库" rows={6}>
        {({ roles }) => <FontRoles roles={roles} />}
      </Asked>
      <TryText />
      <FontGaps />
    </PageBody>
  );
}
