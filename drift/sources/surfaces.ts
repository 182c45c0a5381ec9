/** A source that is nothing but surfaces: each subject is compared with the one of its name. */
import { compareSurfaces } from '../compare.ts';
import type { Drift } from '../drift.ts';
import { driftOf } from '../drift.ts';
import type { Source, Subject } from '../source.ts';
import type { Surface } from '../surface.ts';
import { subjectKey } from '../surface.ts';

export interface SurfaceSourceOptions {
  readonly name: string;
  readonly shows: readonly string[];
  readonly surfaces: readonly Surface[];
  /** Does the source list every type? Then one that it lacks is drift. */
  readonly isComplete: boolean;
  readonly texts?: ReadonlyMap<string, string>;
}

export const surfaceSource = ({ name, shows, surfaces, isComplete, texts }: SurfaceSourceOptions): Source => {
  const byKey = new Map(surfaces.map((surface) => [subjectKey(surface), surface]));
  const [anySurface] = surfaces;
  return {
    name,
    shows,
    subjects: surfaces.map((surface) => ({ surface, page: null })),
    texts: texts ?? new Map(),
    compare: ({ surface }: Subject): Drift[] => {
      const other = byKey.get(subjectKey(surface));
      if (other !== undefined) return compareSurfaces(surface, other);
      return isComplete && anySurface !== undefined ? [missingSubject(surface, anySurface)] : [];
    },
  };
};

const words = { resource: 'resource', 'data-source': 'data source' } as const;

const missingSubject = (surface: Surface, against: Surface): Drift =>
  driftOf(
    {
      kind: 'subject',
      message: `${against.source} has no ${words[surface.kind]} ${surface.name}.`,
      suggestion: 'Correct the name in the heading, or take the page off.',
      from: surface.place,
      against: undefined,
    },
    surface,
    { ...against, place: { file: against.place.file, position: null, quote: `no "${surface.name}"` } },
  );
