import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import { kindSections } from '../../kinds/index.ts';
import type { KindSectionProps } from '../../kinds/index.ts';
import { Loading } from '../../states/loading.tsx';

const sections: Record<string, ComponentType<KindSectionProps>> = Object.fromEntries(
  Object.entries(kindSections).map(([kind, load]) => [kind, lazy(load)]),
);

/** What only this kind of case has. */
export function KindSection(props: KindSectionProps) {
  const Section = sections[props.view.kind];
  if (!Section) return null;
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <Section {...props} />
    </Suspense>
  );
}
