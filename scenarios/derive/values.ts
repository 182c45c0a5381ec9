import type { Block, Expression, ResourceGraph } from '../../docs-parser/resource-graph.ts';
import type { Value } from '../scenario.ts';
import { foreignValue } from './foreign-blocks.ts';

/** A part of an example cannot be given a value; the message says which and why. */
export class UnresolvableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnresolvableError';
  }
}

/** What names in the example stand for. */
export interface ExampleNames {
  readonly graph: ResourceGraph;
  /** "alicloud": blocks of other providers are replaced by literals. */
  readonly provider: string;
}

/** "alicloud_vpc" → "alicloud" */
export const providerOf = (type: string): string => type.split('_')[0] ?? type;

/**
 * An expression of the example as a scenario's value: variables and locals resolved, references as `${…}`.
 * @throws UnresolvableError
 */
export const valueOf = (expression: Expression, names: ExampleNames): Value => {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.map((item) => valueOf(item, names));
    case 'object':
      return Object.fromEntries(expression.entries.map(({ key, value }) => [key, valueOf(value, names)]));
    case 'template':
      return expression.parts.map((part) => textOf(valueOf(part, names))).join('');
    case 'reference':
      return referenceValue(expression, names);
    case 'call':
      throw new UnresolvableError(`the example calls ${expression.function}()`);
    case 'operation':
    case 'conditional':
    case 'access':
    case 'for':
      throw new UnresolvableError('the example computes a value');
    case 'unknown':
      throw new UnresolvableError(`"${expression.source.slice(0, 40)}" of the example was not understood`);
  }
};

const textOf = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const referenceValue = (
  reference: Extract<Expression, { kind: 'reference' }>,
  names: ExampleNames,
): Value => {
  const { root, type, name, path } = reference;
  switch (root) {
    case 'var': {
      const variable = names.graph.variables.find((candidate) => candidate.name === name);
      const standard = variable?.default ?? null;
      if (standard === null) throw new UnresolvableError(`the variable ${name} has no default`);
      return memberOf(valueOf(standard, names), path, `var.${name}`);
    }
    case 'local': {
      const local = names.graph.locals.find((candidate) => candidate.name === name);
      if (local === undefined) throw new UnresolvableError(`the example does not declare local.${name}`);
      return memberOf(valueOf(local.value, names), path, `local.${name}`);
    }
    case 'resource':
    case 'data':
      return blockReference(root, type ?? '', name, path, names);
    default:
      throw new UnresolvableError(`the example uses ${root}.${name}`);
  }
};

const blockReference = (
  root: Block['kind'],
  type: string,
  name: string,
  path: readonly (string | number)[],
  names: ExampleNames,
): Value => {
  const address = root === 'data' ? `data.${type}.${name}` : `${type}.${name}`;
  const block = names.graph.blocks.find(
    (candidate) => candidate.kind === root && candidate.type === type && candidate.name === name,
  );
  if (block === undefined) throw new UnresolvableError(`the example does not declare ${address}`);
  if (providerOf(type) === names.provider) return `\${${[address, ...path].join('.')}}`;
  const value = foreignValue(block, String(path[0] ?? 'id'));
  if (value === undefined) throw new UnresolvableError(`${address} belongs to another provider`);
  return value;
};

const memberOf = (value: Value, path: readonly (string | number)[], what: string): Value => {
  let member: Value | undefined = value;
  for (const key of path) {
    member = Array.isArray(member)
      ? member[Number(key)]
      : typeof member === 'object' && member !== null
        ? member[key]
        : undefined;
  }
  if (member === undefined) throw new UnresolvableError(`${what} has no member ${path.join('.')}`);
  return member;
};

/** Addresses that a value refers to: "${alicloud_vpc.default.id}" → "alicloud_vpc.default". */
export const addressesIn = (value: Value): string[] =>
  [...JSON.stringify(value).matchAll(/\$\{((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*)/g)]
    .map((match) => match[1] ?? '')
    .filter((address) => !/^(account|saved)\./.test(address));
