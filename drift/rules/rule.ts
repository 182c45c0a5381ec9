import type { Disagreement } from '../drift.ts';
import type { Entry, Surface } from '../surface.ts';
import { pathKey } from '../surface.ts';
import type { Alignment } from './align.ts';

/** Two surfaces of one subject, aligned. */
export interface Pair {
  readonly from: Surface;
  readonly against: Surface;
  readonly entries: Alignment;
}

/** Finds the disagreements of one sort. */
export type Rule = (pair: Pair) => Disagreement[];

/** Of two pages silence is a change; of a page and another source it is none. */
export const silenceCounts = ({ from, against }: Pair): boolean => from.isPage && against.isPage;

/** "on the page", "in the provider schema" */
export const within = ({ isPage, source }: Surface): string => `${isPage ? 'on' : 'in'} ${source}`;

/** A name as it stands in messages. */
export const named = (entry: Pick<Entry, 'path'>): string => `\`${pathKey(entry.path)}\``;

/** The block that an entry stands in, in words. */
export const parentOf = ({ path }: Pick<Entry, 'path'>): string =>
  path.length === 1 ? 'the top level' : `\`${pathKey(path.slice(0, -1))}\``;

export const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
