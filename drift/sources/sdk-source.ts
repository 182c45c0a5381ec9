/** `sdk`: the provider's facts that the bindings rest on, and the official SDK's request and response models. */
import { compareSurfaces } from '../compare.ts';
import type { Drift } from '../drift.ts';
import { driftOf } from '../drift.ts';
import type { ApiModel } from '../sdk/api-model.ts';
import { compareWithApi } from '../sdk/api-drift.ts';
import { declaredModel } from '../sdk/declared-model.ts';
import { resourceActions } from '../sdk/resource-actions.ts';
import { tableModel } from '../sdk/table-model.ts';
import type { Source, Subject } from '../source.ts';
import { subjectKey } from '../surface.ts';
import type { Surface } from '../surface.ts';
import { boundTypes } from './bound-types.ts';
import { factsSurface } from './facts-surface.ts';

const shows = [
  ...['undocumented', 'documented-only', 'required-optional', 'force-new', 'computed', 'type', 'nesting'],
  ...['deprecated', 'default', 'valid-values', 'limit', 'attribute-missing', 'api-parameter', 'api-field'],
  'not-compared',
];

const boundSurfaces = (): Surface[] => [
  ...boundTypes('resource').map((type) => factsSurface('resource', type)),
  ...boundTypes('data').map((type) => factsSurface('data-source', type)),
];

const modelOf = ({ kind, name }: Surface): ApiModel | undefined => {
  const actions = resourceActions[subjectKey({ kind, name })];
  return actions === undefined ? declaredModel(kind, name) : tableModel(actions);
};

/** A type without a binding is not passed over in silence: no finding would look like no drift. */
export const sdkSource = (): Source => {
  const surfaces = new Map(boundSurfaces().map((surface) => [subjectKey(surface), surface]));
  return {
    name: 'sdk',
    shows,
    subjects: [...surfaces.values()].map((surface) => ({ surface, page: null })),
    texts: new Map(),
    compare: ({ surface }: Subject): Drift[] => {
      const binding = surfaces.get(subjectKey(surface));
      if (binding === undefined) return [notCompared(surface)];
      const model = surface.isPage ? modelOf(surface) : undefined;
      return [
        ...compareSurfaces(surface, binding),
        ...(model === undefined ? [] : compareWithApi(surface, model)),
      ];
    },
  };
};

const notCompared = (surface: Surface): Drift =>
  driftOf(
    {
      kind: 'not-compared',
      message: `not compared with the SDK: there is no binding for the ${surface.kind === 'resource' ? 'resource' : 'data source'} ${surface.name}.`,
      suggestion: 'Compare it with another source, such as the provider schema.',
    },
    surface,
    { ...surface, source: 'the SDK binding', place: { file: '', position: null, quote: 'no binding' } },
  );
