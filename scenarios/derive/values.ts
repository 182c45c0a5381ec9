import type { Block, Expression, ResourceGraph } from '../../docs-parser/resource-graph.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { foreignValue } from './foreign-blocks.ts';
import { valueOfCall, valueOfOperation } from './functions.ts';

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
  /** The address of what another page's example makes, for a type that this one refers to and does not declare. */
  readonly supplied?: (type: string) => string | undefined;
  /** Which of a block's repetitions it is: `count.index`. */
  readonly index?: number;
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
      return calledValue(expression, names);
    case 'operation': {
      const operands = expression.operands.map((operand) => valueOf(operand, names));
      const value = valueOfOperation(expression.operator, operands);
      if (value === undefined) throw new UnresolvableError('the example computes a value');
      return value;
    }
    case 'conditional':
    case 'access':
    case 'for':
      throw new UnresolvableError('the example computes a value');
    case 'unknown':
      throw new UnresolvableError(`"${expression.source.slice(0, 40)}" of the example was not understood`);
  }
};

/** A function of values; what a block of the example states is known before it is made. */
const calledValue = (call: Extract<Expression, { kind: 'call' }>, names: ExampleNames): Value => {
  const values = call.arguments.map((argument) => valueOf(argument, names));
  const value =
    valueOfCall(call.function, values) ??
    valueOfCall(
      call.function,
      call.arguments.map((argument, at) => statedValue(argument, names) ?? values[at] ?? null),
    );
  if (value === undefined) throw new UnresolvableError(`the example calls ${call.function}()`);
  return value;
};

/** `alicloud_vswitch.default.cidr_block`, where the example's block says what it is. */
const statedValue = (expression: Expression, names: ExampleNames): Value | undefined => {
  if (expression.kind !== 'reference' || expression.root !== 'resource') return undefined;
  const [attribute, ...rest] = expression.path;
  const argument = names.graph.blocks
    .find(
      ({ kind, type, name }) => kind === 'resource' && type === expression.type && name === expression.name,
    )
    ?.arguments.find(({ name }) => name === attribute);
  return argument === undefined || rest.length > 0 ? undefined : valueOf(argument.value, names);
};

/** A value within a text: a list or an object as JSON. */
export const textOf = (value: Value): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

/** An API's name of a parameter as the provider spells it: "InstanceChargeType" is `instance_charge_type`. */
export const providerSpelling = (parameter: string): string =>
  parameter.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();

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
    case 'count':
      if (names.index !== undefined) return names.index;
      throw new UnresolvableError(`the example uses ${root}.${name}`);
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
  if (block === undefined) {
    const supplied = root === 'resource' ? names.supplied?.(type) : undefined;
    if (supplied === undefined) throw new UnresolvableError(`the example does not declare ${address}`);
    return `\${${[supplied, ...path].join('.')}}`;
  }
  if (providerOf(type) === names.provider) {
    const times = repetitionsOf(block, names);
    return times === null ? `\${${[address, ...path].join('.')}}` : repeatedReference(address, path, times);
  }
  const value = foreignValue(block, String(path[0] ?? 'id'));
  if (value === undefined) throw new UnresolvableError(`${address} belongs to another provider`);
  return value;
};

/**
 * How often `count` repeats a block; null where nothing repeats it.
 * @throws UnresolvableError where that is not known, and for `for_each`
 */
export const repetitionsOf = (block: Block, names: ExampleNames): number | null => {
  const repeated = block.meta.find(({ name }) => name === 'count' || name === 'for_each');
  if (repeated === undefined) return null;
  const times = repeated.name === 'count' ? Number(valueOf(repeated.value, names)) : NaN;
  if (Number.isInteger(times)) return times;
  throw new UnresolvableError(`the example repeats ${block.type}.${block.name} by ${repeated.name}`);
};

/** The address of one of a block's repetitions. */
export const repetition = (address: string, index: number): string => `${address}-at-${index}`;

/** `x[0].id` of a repeated block is a reference to one of its repetitions, `x.*.id` a list of them all. */
const repeatedReference = (address: string, path: readonly (string | number)[], times: number): Value => {
  const [which, ...rest] = path;
  const one = (index: number): string => `\${${[repetition(address, index), ...rest].join('.')}}`;
  if (which === '*') return Array.from({ length: times }, (_, index) => one(index));
  if (/^\d+$/.test(String(which))) return one(Number(which));
  throw new UnresolvableError(`the example does not say which ${address} it means`);
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
    .filter((address) => !/^(account|saved|day)\./.test(address));

/** Of blocks in dependency order those at the addresses, and what these need. */
export const neededBy = (addresses: readonly string[], blocks: readonly GivenBlock[]): GivenBlock[] => {
  const wanted = new Set(addresses);
  for (const block of blocks.toReversed()) {
    if (!wanted.has(block.address)) continue;
    for (const one of [...addressesIn(block.arguments), ...(block.dependsOn ?? [])]) wanted.add(one);
  }
  return blocks.filter(({ address }) => wanted.has(address));
};
