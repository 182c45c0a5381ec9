import type { Block, BlockArgument, Expression } from '../resource-graph.ts';

/** Arguments of every block that are Terraform's own. */
const metaArguments: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'depends_on',
  'provider',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** A block's own arguments, and those that are Terraform's. */
export const splitMeta = (args: readonly BlockArgument[]): Pick<Block, 'arguments' | 'meta'> => ({
  arguments: args.filter(({ name }) => !metaArguments.has(name)),
  meta: args
    .filter(({ name }) => metaArguments.has(name))
    .map((argument) =>
      argument.name === 'provider' ? { ...argument, value: asProvider(argument.value) } : argument,
    ),
});

/** `alicloud.peer` beside `provider` is a provider configuration, and no resource. */
const asProvider = (value: Expression): Expression => {
  if (value.kind === 'reference' && value.root === 'resource' && value.path.length === 0)
    return {
      kind: 'reference',
      root: 'provider',
      type: null,
      name: value.type ?? '',
      path: [value.name],
    };
  if (value.kind === 'unknown' && /^\w+$/.test(value.source))
    return { kind: 'reference', root: 'provider', type: null, name: value.source, path: [] };
  return value;
};

/** `dynamic "x" { for_each = …  content { … } }` as an entry of the list of x. */
export const dynamicBlock = (entries: { key: string; value: Expression }[]): Expression => ({
  kind: 'call',
  function: 'dynamic',
  arguments: [{ kind: 'object', entries }],
});

/** Adds a nested block: blocks of one name are one list, in their order. */
export const addNestedBlock = (
  found: BlockArgument[],
  name: string,
  item: Expression,
  position: BlockArgument['position'],
): void => {
  const known = found.find((other) => other.name === name);
  if (known?.value.kind === 'list') known.value.items.push(item);
  else found.push({ name, value: { kind: 'list', items: [item] }, position });
};
