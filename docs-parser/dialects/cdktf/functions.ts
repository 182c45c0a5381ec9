import type { Expression } from '../../resource-graph.ts';
import { withPath } from '../hcl-expression.ts';
import type { Path } from '../hcl-expression.ts';

/**
 * Functions whose last parameter takes any number of values in Terraform and one list in CDKTF.
 * Source: functions.generated.ts of hcl2cdk.
 */
const variadic: ReadonlyMap<string, number> = new Map([
  ['cidrsubnets', 1],
  ['coalesce', 0],
  ['coalescelist', 0],
  ['concat', 0],
  ['format', 1],
  ['formatlist', 1],
  ['max', 0],
  ['merge', 0],
  ['min', 0],
  ['setintersection', 0],
  ['setproduct', 0],
  ['setunion', 0],
  ['try', 0],
]);

const letters = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** `Fn.join`, `Fn.lengthOf`, `Fn.lookupNested`: Terraform's function of that name. */
export const functionCall = (name: string, args: readonly Expression[]): Expression => {
  const own = letters(name);
  const [first, second] = args;
  if (/^(?:lookupnested|propertyaccess)$/.test(own) && first !== undefined && second?.kind === 'list')
    return withPath(first, second.items.map(pathKey));
  if (own === 'rawstring' && first !== undefined) return first;
  const terraform = own === 'lengthof' ? 'length' : own;
  const fixed = variadic.get(terraform);
  const last = args.at(-1);
  return {
    kind: 'call',
    function: terraform,
    arguments:
      fixed !== undefined && args.length === fixed + 1 && last?.kind === 'list'
        ? [...args.slice(0, fixed), ...last.items]
        : [...args],
  };
};

/**
 * "0" and "[0]" are indices, "*" is a splat; the converter leaves quotes and brackets (`["name"]`) where HCL
 * has them. What is computed stands as HCL would write it.
 */
export const pathKey = (key: Expression): Path[number] => {
  if (key.kind !== 'literal') return sourceOf(key);
  const written = String(key.value)
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^"(.*)"$/, '$1');
  return /^\d+$/.test(written) ? Number(written) : written;
};

const sourceOf = (expression: Expression): string => {
  if (expression.kind !== 'reference') return '?';
  const { root, type, name, path } = expression;
  const head =
    root === 'resource' ? [type ?? '', name] : root === 'data' ? ['data', type ?? '', name] : [root, name];
  return [...head, ...path].join('.');
};

const operators: ReadonlyMap<string, string> = new Map([
  ['not', '!'],
  ['negate', '-'],
  ['mul', '*'],
  ['div', '/'],
  ['mod', '%'],
  ['add', '+'],
  ['sub', '-'],
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
  ['eq', '=='],
  ['neq', '!='],
  ['and', '&&'],
  ['or', '||'],
]);

/** `Op.negate(1)`, `Op.gt(a, b)` */
export const operatorCall = (name: string, operands: readonly Expression[]): Expression | undefined => {
  const operator = operators.get(letters(name).replace(/^_/, ''));
  const [only] = operands;
  if (operator === undefined) return undefined;
  if (operator === '-' && operands.length === 1 && only?.kind === 'literal' && typeof only.value === 'number')
    return { kind: 'literal', value: -only.value };
  return { kind: 'operation', operator, operands: [...operands] };
};
