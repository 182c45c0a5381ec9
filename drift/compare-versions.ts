/** Compares two versions, dialects or languages of one page. */
import { compareSurfaces } from './compare.ts';
import type { Drift } from './drift.ts';
import { driftOf } from './drift.ts';
import { align } from './rules/align.ts';
import type { PageWithSource } from './sources/page.ts';
import { pageSurface } from './sources/page.ts';
import { changedExamples } from './versions/examples.ts';
import { changedNotes } from './versions/notes.ts';
import { renderingDifferences } from './versions/rendering.ts';
import { changedTexts } from './versions/text.ts';

/**
 * Promises that were added, removed or changed, and whether that breaks configurations that were right before.
 * @param from the page as it is
 * @param against the page that it is compared with, an older one as a rule
 * @param source how reports name the other side
 */
export const compareVersions = (from: PageWithSource, against: PageWithSource, source: string): Drift[] => {
  const [here, there] = [pageSurface(from), pageSurface(against, source)];
  const sources = { from: here.source, against: there.source };
  const promises = compareSurfaces(here, there);
  const pair = { from: here, against: there, entries: align(here, there) };
  // Other words are worth telling only where nothing else about the argument has changed.
  const changedPaths = new Set(promises.map(({ path }) => path));
  const changedLines = new Set(promises.map((drift) => drift.from.place.position?.line));
  const rest = [
    ...changedTexts(pair).filter(({ path }) => path === undefined || !changedPaths.has(path)),
    ...changedNotes(from, against, sources),
    ...changedExamples(from, against, sources),
    // An import command of another type is drift, and wrong in itself: that is said once.
    ...renderingDifferences(from, against, sources).filter(
      (found) => !changedLines.has(found.from?.position?.line ?? 0),
    ),
  ];
  return [...promises, ...rest.map((found) => driftOf(found, here, there))];
};
