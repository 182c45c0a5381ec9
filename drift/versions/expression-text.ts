import type { Expression } from '../../docs-parser/index.ts';

/**
 * An expression as one canonical text: equal texts mean equal values, whatever language the example is in.
 * An index is an index (`ids[0]`, `ids.0`), and the order of an object's members does not count.
 * @param variables names of variables that are to be read as others
 */
export const expressionText = (expression: Expression, variables: ReadonlyMap<string, string>): string => {
  const text = (inner: Expression): string => expressionText(inner, variables);
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'list':
      return `[${expression.items.map(text).join(', ')}]`;
    case 'object':
      return `{ ${expression.entries
        .map(({ key, value }) => `${key} = ${text(value)}`)
        .toSorted()
        .join(', ')} }`;
    case 'reference': {
      const { root, type, name, path } = expression;
      const called = root === 'var' ? (variables.get(name) ?? name) : name;
      const start = root === 'resource' ? [] : [root];
      return [...start, ...(type === null ? [] : [type]), called, ...path].join('.');
    }
    case 'template':
      return `"${expression.parts
        .map((part) =>
          part.kind === 'literal' && typeof part.value === 'string' ? part.value : `\${${text(part)}}`,
        )
        .join('')}"`;
    case 'call':
      return `${expression.function}(${expression.arguments.map(text).join(', ')})`;
    case 'operation':
      return expression.operands.length === 1
        ? `(${expression.operator}${expression.operands.map(text).join('')})`
        : `(${expression.operands.map(text).join(` ${expression.operator} `)})`;
    case 'conditional':
      return `(${text(expression.condition)} ? ${text(expression.whenTrue)} : ${text(expression.whenFalse)})`;
    case 'access':
      return [`(${text(expression.target)})`, ...expression.path].join('.');
    case 'for': {
      const { variables: loop, collection, key, value, condition, isGrouped } = expression;
      const result = `${key === null ? '' : `${text(key)} => `}${text(value)}${isGrouped ? '...' : ''}`;
      const filter = condition === null ? '' : ` if ${text(condition)}`;
      return `[for ${loop.join(', ')} in ${text(collection)} : ${result}${filter}]`;
    }
    case 'unknown':
      return expression.source.replace(/\s+/g, ' ').trim();
  }
};
