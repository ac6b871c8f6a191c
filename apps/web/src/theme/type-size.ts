import { useSyncExternalStore } from 'react';
import { kept } from '../kept/kept.ts';

export const typeSizes = { standard: '标准', comfortable: '舒适', large: '大字' } as const;
export type TypeSize = keyof typeof typeSizes;

const store = kept<TypeSize>('type-size', 'standard', (value) =>
  typeof value === 'string' && value in typeSizes ? (value as TypeSize) : 'standard',
);

function paint(): void {
  document.documentElement.dataset['size'] = store.get();
}
paint();
store.subscribe(paint);

export const setTypeSize = store.set;
export const useTypeSize = (): TypeSize => useSyncExternalStore(store.subscribe, store.get);
