import { useSyncExternalStore } from 'react';
import type { Scope } from './api/queries.ts';

/** Account and region that all screens look at; empty for all. */
let scope: Scope = { accountId: '', regionId: '' };
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const setScope = (wanted: Scope): void => {
  scope = wanted;
  for (const listener of listeners) listener();
};

export const useScope = (): [Scope, (wanted: Scope) => void] => [
  useSyncExternalStore(subscribe, () => scope),
  setScope,
];
