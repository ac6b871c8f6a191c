import type { ReactNode } from 'react';
import { holdsOneOf, useSession } from '../api/session.ts';
import type { Role } from '../api/types.ts';
import { PageBody } from '../layout/page-head.tsx';
import { NoPermission } from '../states/no-permission.tsx';
import { roleLabels } from '../api/labels.ts';

interface Props {
  title: string;
  roles: readonly Role[] | undefined;
  children: ReactNode;
}

/** Sets the tab's title and says who may, before a page asks for what it will not get. */
export function Entry({ title, roles, children }: Props) {
  const session = useSession();
  if (!holdsOneOf(session, roles)) {
    return (
      <PageBody>
        <NoPermission whole who={(roles ?? []).map((role) => roleLabels[role]).join('、')} />
      </PageBody>
    );
  }
  return (
    <>
      <title>{`${title} · 督行`}</title>
      {children}
    </>
  );
}
