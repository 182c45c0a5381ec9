/** The references of an example's graph. */
import { partsOf } from '../../docs-parser/graph.ts';
import type { Expression, ResourceGraph } from '../../docs-parser/index.ts';

type Reference = Extract<Expression, { kind: 'reference' }>;

/** Each reference within an expression. */
const referencesIn = (expression: Expression): Reference[] => {
  if (expression.kind === 'reference') return [expression];
  const parts = expression.kind === 'for' ? [expression.collection, expression.value] : partsOf(expression);
  return parts.flatMap(referencesIn);
};

/** Types of the resources that an example refers to and does not declare. */
export const undeclaredIn = ({ blocks }: ResourceGraph): string[] => {
  const declared = new Set(
    blocks.filter(({ kind }) => kind === 'resource').map(({ type, name }) => `${type}.${name}`),
  );
  const used = blocks
    .flatMap(({ arguments: values, meta }) => [...values, ...meta])
    .flatMap(({ value }) => referencesIn(value))
    .filter(({ root, type, name }) => root === 'resource' && !declared.has(`${type ?? ''}.${name}`));
  return [...new Set(used.flatMap(({ type }) => type ?? []))];
};
