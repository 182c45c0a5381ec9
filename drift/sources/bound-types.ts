/** The types whose provider facts and API models are known. */
import { allBindings } from '../../scenarios/bindings/index.ts';
import type { Binding } from '../../scenarios/bindings/binding.ts';
import { derivedTypes } from '../../scenarios/bindings/derived/index.ts';
import { resourceActions } from '../sdk/resource-actions.ts';
import { subjectKey } from '../surface.ts';
import type { SubjectKind } from '../surface.ts';

const kinds: Readonly<Record<Binding['kind'], SubjectKind>> = { resource: 'resource', data: 'data-source' };

/** Types that have a binding, and those that a table of drift's own knows the actions of. */
export const boundTypes = (kind: Binding['kind']): string[] => {
  const prefix = subjectKey({ kind: kinds[kind], name: '' });
  return [
    ...new Set([
      ...derivedTypes(kind),
      ...allBindings.filter((binding) => binding.kind === kind).map(({ type }) => type),
      ...Object.keys(resourceActions).flatMap((key) =>
        key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
      ),
    ]),
  ];
};
