/** The references of an example's graph. */
import type { Expression, ResourceGraph } from '../../docs-parser/index.ts';

type Reference = Extract<Expression, { kind: 'reference' }>;

/** Each reference within an expression. */
const referencesIn = (expression: Expression): Reference[] => {
  switch (expression.kind) {
    case 'reference':
      return [expression];
    case 'list':
      return expression.items.flatMap(referencesIn);
    case 'object':
      return expression.entries.flatMap(({ value }) => referencesIn(value));
    case 'template':
      return expression.parts.flatMap(referencesIn);
    case 'call':
      return expression.arguments.flatMap(referencesIn);
    case 'operation':
      return expression.operands.flatMap(referencesIn);
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse].flatMap(referencesIn);
    case 'access':
      return referencesIn(expression.target);
    case 'for':
      return [expression.collection, expression.value].flatMap(referencesIn);
    case 'literal':
    case 'unknown':
      return [];
  }
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
