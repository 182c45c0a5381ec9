import type { BlockArgument, Expression } from '../../resource-graph.ts';
import { dynamicBlock } from '../blocks.ts';
import type { CodePlaces } from '../code-place.ts';
import type { Override } from './constructs.ts';
import { readValue } from './values.ts';
import type { Context, ContextAt } from './values.ts';

type Entries = { key: string; value: Expression }[];

/**
 * The arguments with what `x.addOverride("ingress.0.description", …)` sets, by Terraform's own names. The
 * converter uses it for dynamic blocks inside dynamic blocks: "dynamic.ingress" is a dynamic block of that
 * name, "dynamic.ingress.0.content.0.port" something in its content.
 */
export const withOverrides = (
  args: readonly BlockArgument[],
  overrides: readonly Override[],
  places: CodePlaces,
  contextAt: ContextAt,
): BlockArgument[] => {
  const found = new Map(args.map((argument) => [argument.name, argument]));
  for (const { path, value, span } of overrides) {
    const position = places.of(span);
    const read = readValue(value, { ...contextAt(position), scope: iterators(path) });
    const { name, rest, isDynamic } = argumentOf(path);
    const old = found.get(name);
    const changed = (isDynamic ? dynamicSet : valueSet)(old?.value ?? null, rest, read);
    found.set(name, { name, value: changed, position: old?.position ?? position });
  }
  return [...found.values()];
};

/** What a path begins with, and what follows. */
const argumentOf = ([first = '', ...rest]: readonly string[]): {
  name: string;
  rest: readonly string[];
  isDynamic: boolean;
} =>
  first === 'dynamic'
    ? { name: rest[0] ?? '', rest: rest.slice(1), isDynamic: true }
    : { name: first, rest, isDynamic: false };

/** In the content of a dynamic block, its name is the iterator's. */
const iterators = (path: readonly string[]): Context['scope'] =>
  new Map(path.flatMap((part, at) => (path[at - 1] === 'dynamic' ? [[part, 'dynamic'] as const] : [])));

/** Entries with a value set at a path. */
const set = (entries: Entries, path: readonly string[], value: Expression): Entries => {
  const { name, rest, isDynamic } = argumentOf(path);
  const old = entries.find(({ key }) => key === name)?.value ?? null;
  return replaced(entries, name, (isDynamic ? dynamicSet : valueSet)(old, rest, value));
};

const replaced = (entries: Entries, key: string, value: Expression): Entries =>
  entries.some((entry) => entry.key === key)
    ? entries.map((entry) => (entry.key === key ? { key, value } : entry))
    : [...entries, { key, value }];

/** The list of a block with a dynamic block added, or changed where the path goes into one. */
const dynamicSet = (old: Expression | null, inside: readonly string[], value: Expression): Expression => {
  const items = old?.kind === 'list' ? old.items : [];
  if (inside.length === 0) {
    const entries = value.kind === 'object' ? value.entries.map(asContent) : [];
    return { kind: 'list', items: [...items, dynamicBlock(entries)] };
  }
  const [index = '0', ...rest] = /^\d+$/.test(inside[0] ?? '') ? inside : ['0', ...inside];
  const chosen: Expression | undefined = items.filter((item) => item.kind === 'call')[Number(index)];
  return {
    kind: 'list',
    items: items.map((item) =>
      item.kind === 'call' && item === chosen
        ? { ...item, arguments: item.arguments.map((block) => valueSet(block, rest, value)) }
        : item,
    ),
  };
};

const asContent = ({ key, value }: Entries[number]): Entries[number] =>
  key === 'content' && value.kind === 'object'
    ? { key, value: { kind: 'list', items: [value] } }
    : { key, value };

/** A value with something in it set: a number in the path is a place in a list. */
const valueSet = (old: Expression | null, path: readonly string[], value: Expression): Expression => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (/^\d+$/.test(first)) {
    const items = old?.kind === 'list' ? [...old.items] : [];
    const at = Math.min(Number(first), items.length);
    items[at] = valueSet(items[at] ?? null, rest, value);
    return { kind: 'list', items };
  }
  // One nested block is a list of one.
  const only = old?.kind === 'list' && old.items.length === 1 ? old.items[0] : old;
  const object: Expression = {
    kind: 'object',
    entries: set(only?.kind === 'object' ? only.entries : [], path, value),
  };
  return old?.kind === 'list' ? { kind: 'list', items: [object] } : object;
};
