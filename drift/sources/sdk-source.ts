/** `sdk`: the bindings' facts of the provider, and the official SDK's request and response models. */
import { allBindings } from '../../scenarios/bindings/index.ts';
import { compareSurfaces } from '../compare.ts';
import type { Drift } from '../drift.ts';
import { compareWithApi } from '../sdk/api-drift.ts';
import { resourceActions } from '../sdk/resource-actions.ts';
import type { Source, Subject } from '../source.ts';
import { subjectKey } from '../surface.ts';
import { bindingSurface } from './binding-surface.ts';

const shows = [
  ...['undocumented', 'documented-only', 'required-optional', 'force-new', 'computed', 'type', 'deprecated'],
  ...['default', 'valid-values', 'limit', 'api-parameter', 'api-field'],
];

/** Types without a binding are passed over: of these nothing is known. */
export const sdkSource = (): Source => {
  const surfaces = new Map(
    allBindings.map((binding) => {
      const surface = bindingSurface(binding);
      return [subjectKey(surface), surface];
    }),
  );
  return {
    name: 'sdk',
    shows,
    subjects: [...surfaces.values()].map((surface) => ({ surface, page: null })),
    texts: new Map(),
    compare: ({ surface }: Subject): Drift[] => {
      const key = subjectKey(surface);
      const binding = surfaces.get(key);
      const actions = resourceActions[key];
      return [
        ...(binding === undefined ? [] : compareSurfaces(surface, binding)),
        ...(actions === undefined || !surface.isPage ? [] : compareWithApi(surface, actions)),
      ];
    },
  };
};
