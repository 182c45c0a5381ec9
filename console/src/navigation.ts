import { useSyncExternalStore } from 'react';

/** Where the console stands: "#/resources?kind=images&id=m-1". */
export interface Place {
  readonly screen: string;
  readonly parameters: URLSearchParams;
}

const read = (hash: string): Place => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { screen: path === '' ? 'overview' : path, parameters: new URLSearchParams(query) };
};

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

const currentHash = (): string => location.hash;

/** The current place; the component is drawn anew when it changes. */
export const usePlace = (): Place => read(useSyncExternalStore(subscribe, currentHash));

/** The address of a place; empty parameters are left out. */
export const hrefOf = (screen: string, parameters: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return `#/${screen}${query === '' ? '' : `?${query}`}`;
};

/** Goes to a place. @param replaces as if the current one had not been */
export const go = (href: string, { replaces = false } = {}): void => {
  if (!replaces) {
    location.hash = href;
    return;
  }
  history.replaceState(null, '', href);
  dispatchEvent(new HashChangeEvent('hashchange'));
};
