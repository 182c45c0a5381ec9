import type { Node } from 'web-tree-sitter';
import type { Block, BlockArgument, Expression, ResourceGraph } from '../resource-graph.ts';
import { nodePlace } from './code-place.ts';
import type { CodeStart } from './code-place.ts';
import { readExpression } from './hcl-expression.ts';
import { childrenOf } from './tree-sitter.ts';

/** Arguments of every block that are Terraform's own. */
export const metaArguments: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'depends_on',
  'provider',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** HCL to a resource graph. Blocks inside what the grammar could not place are found as well. */
export const readHcl = (root: Node, start: CodeStart): ResourceGraph => {
  const graph: ResourceGraph = {
    blocks: [],
    variables: [],
    locals: [],
    outputs: [],
    providers: [],
  };
  for (const block of topLevelBlocks(root)) addBlock(graph, block, start);
  return graph;
};

const topLevelBlocks = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) => (child.type === 'block' ? [child] : topLevelBlocks(child)));

const addBlock = (graph: ResourceGraph, node: Node, start: CodeStart): void => {
  const [keyword, ...labels] = headOf(node);
  const [first = '', second = ''] = labels;
  const position = nodePlace(node, start);
  const args = argumentsOf(node, start);
  switch (keyword) {
    case 'resource':
    case 'data':
      if (first !== '' && second !== '') graph.blocks.push(blockOf(keyword, first, second, args, position));
      break;
    case 'variable':
      graph.variables.push({
        name: first,
        default: args.find(({ name }) => name === 'default')?.value ?? null,
        position,
      });
      break;
    case 'locals':
      graph.locals.push(...args);
      break;
    case 'output': {
      const value = args.find(({ name }) => name === 'value')?.value;
      if (value !== undefined) graph.outputs.push({ name: first, value, position });
      break;
    }
    case 'provider':
      graph.providers.push({ name: first, arguments: args, position });
      break;
    default:
  }
};

const blockOf = (
  kind: Block['kind'],
  type: string,
  name: string,
  args: BlockArgument[],
  position: Block['position'],
): Block => ({
  kind,
  type,
  name,
  arguments: args.filter((argument) => !metaArguments.has(argument.name)),
  meta: args.filter((argument) => metaArguments.has(argument.name)),
  position,
});

/** "resource", "alicloud_vpc", "default" */
const headOf = (block: Node): string[] =>
  childrenOf(block)
    .filter(({ type }) => type === 'identifier' || type === 'string_lit')
    .map(({ type, text }) => (type === 'identifier' ? text : text.replace(/^"|"$/g, '')));

/** Attributes and nested blocks of a body; blocks of one name become one list of objects. */
const argumentsOf = (block: Node, start: CodeStart): BlockArgument[] => {
  const found: BlockArgument[] = [];
  for (const child of childrenOf(block)
    .filter(({ type }) => type === 'body')
    .flatMap(childrenOf)) {
    if (child.type === 'attribute') {
      const [name, value] = childrenOf(child);
      if (name === undefined || value === undefined) continue;
      found.push({
        name: name.text,
        value: readExpression(value),
        position: nodePlace(child, start),
      });
    } else if (child.type === 'block') {
      addNested(found, child, start);
    }
  }
  return found;
};

const addNested = (found: BlockArgument[], child: Node, start: CodeStart): void => {
  const [name = '', label] = headOf(child);
  const isDynamic = name === 'dynamic' && label !== undefined;
  const entries = argumentsOf(child, start).map((argument) => ({
    key: argument.name,
    value: argument.value,
  }));
  const item: Expression = isDynamic
    ? {
        kind: 'call',
        function: 'dynamic',
        arguments: [{ kind: 'object', entries }],
      }
    : { kind: 'object', entries };
  const argument = isDynamic ? label : name;
  const known = found.find((other) => other.name === argument);
  if (known?.value.kind === 'list') known.value.items.push(item);
  else
    found.push({
      name: argument,
      value: { kind: 'list', items: [item] },
      position: nodePlace(child, start),
    });
};
