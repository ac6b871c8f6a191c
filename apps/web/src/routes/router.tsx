import { lazy, Suspense } from 'react';
import type { RouteObject } from 'react-router';
import { createBrowserRouter } from 'react-router';
import { PageBody } from '../layout/page-head.tsx';
import { Shell } from '../layout/shell.tsx';
import { NotFoundPage } from '../pages/not-found/page.tsx';
import { RouteFailed } from '../states/error-boundary.tsx';
import { Loading } from '../states/loading.tsx';
import { bureauPages } from './bureau-pages.ts';
import { deskPages } from './desk-pages.ts';
import { Entry } from './entry.tsx';
import type { PageEntry } from './page-entry.ts';

export const pages: PageEntry[] = [...deskPages, ...bureauPages];

function routeOf(page: PageEntry): RouteObject {
  const Page = lazy(page.load);
  const element = (
    <Entry title={page.title} roles={page.roles}>
      <Suspense
        fallback={
          <PageBody>
            <Loading whole />
          </PageBody>
        }
      >
        <Page />
      </Suspense>
    </Entry>
  );
  return page.path === ''
    ? { index: true, element, errorElement: <RouteFailed /> }
    : { path: page.path, element, errorElement: <RouteFailed /> };
}

const Check = lazy(() => import('../pages/check/page.tsx'));

export const router = createBrowserRouter([
  {
    // For anybody: outside the frame, which asks for a log-in.
    path: '/check',
    element: (
      <Suspense fallback={<Loading whole />}>
        <Check />
      </Suspense>
    ),
    errorElement: <RouteFailed />,
  },
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteFailed />,
    children: [...pages.map(routeOf), { path: '*', element: <NotFoundPage /> }],
  },
]);
