import type { Block, BlockArgument, Expression, ResourceGraph } from '../resource-graph.ts';
import { emptyGraph } from '../graph.ts';
import type { CodePlaces } from './code-place.ts';
import { noScope, readExpression } from './hcl-expression.ts';
import type { Scope } from './hcl-expression.ts';
import { addNestedBlock, dynamicBlock, splitMeta } from './blocks.ts';
import type { Syntax } from './syntax.ts';

/** HCL to a resource graph. Blocks inside what the grammar could not place are found as well. */
export const readHcl = (root: Syntax, places: CodePlaces): ResourceGraph => {
  const graph = emptyGraph();
  for (const block of topLevelBlocks(root)) addBlock(graph, block, places);
  return graph;
};

const topLevelBlocks = (node: Syntax): Syntax[] =>
  node.children.flatMap((child) => (child.type === 'block' ? [child] : topLevelBlocks(child)));

const addBlock = (graph: ResourceGraph, node: Syntax, places: CodePlaces): void => {
  const [keyword, ...labels] = headOf(node);
  const [first = '', second = ''] = labels;
  const position = places.of(node);
  const args = (): BlockArgument[] => argumentsOf(node, places, noScope);
  const valueOf = (wanted: string): Expression | null =>
    args().find(({ name }) => name === wanted)?.value ?? null;
  switch (keyword) {
    case 'resource':
    case 'data':
      if (first !== '' && second !== '') graph.blocks.push(blockOf(keyword, first, second, args(), position));
      break;
    case 'variable':
      graph.variables.push({ name: first, default: valueOf('default'), position });
      break;
    case 'locals':
      graph.locals.push(...args());
      break;
    case 'output': {
      const value = valueOf('value');
      if (value !== null) graph.outputs.push({ name: first, value, position });
      break;
    }
    case 'provider':
      graph.providers.push({ name: first, arguments: args(), position });
      break;
    default:
  }
};

const blockOf = (
  kind: Block['kind'],
  type: string,
  name: string,
  args: readonly BlockArgument[],
  position: Block['position'],
): Block => ({ kind, type, name, ...splitMeta(args), position });

/** "resource", "alicloud_vpc", "default" */
const headOf = (block: Syntax): string[] =>
  block.children.flatMap(({ type, text }) =>
    type === 'identifier' ? [text] : type === 'string_lit' ? [text.replaceAll(/^"|"$/g, '')] : [],
  );

/** Attributes and nested blocks of a body; blocks of one name become one list of objects. */
const argumentsOf = (block: Syntax, places: CodePlaces, scope: Scope): BlockArgument[] => {
  const found: BlockArgument[] = [];
  for (const child of block.all('body').flatMap((body) => body.children)) {
    if (child.type === 'attribute') {
      const [name, value] = child.children;
      if (name === undefined || value === undefined) continue;
      found.push({ name: name.text, value: readExpression(value, scope), position: places.of(child) });
    } else if (child.type === 'block') {
      addNested(found, child, places, scope);
    }
  }
  return found;
};

const addNested = (found: BlockArgument[], child: Syntax, places: CodePlaces, scope: Scope): void => {
  const [name = '', label] = headOf(child);
  const position = places.of(child);
  const entriesOf = (block: Syntax, inside: Scope): { key: string; value: Expression }[] =>
    argumentsOf(block, places, inside).map(({ name: key, value }) => ({ key, value }));
  if (name !== 'dynamic' || label === undefined) {
    const entries = entriesOf(child, scope);
    // `provisioner "local-exec" { … }`: the label says what it is.
    if (label !== undefined) entries.unshift({ key: 'type', value: { kind: 'literal', value: label } });
    addNestedBlock(found, name, { kind: 'object', entries }, position);
    return;
  }
  const iterator = child
    .all('body')
    .flatMap((body) => body.all('attribute'))
    .find(({ children }) => children[0]?.text === 'iterator')?.children[1]?.text;
  const inside: Scope = new Map([...scope, [iterator ?? label, 'dynamic']]);
  addNestedBlock(found, label, dynamicBlock(entriesOf(child, inside)), position);
};
