import { partsOf } from '../docs-parser/graph.ts';
import type { Block, Expression, PageSpec, Position, ResourceGraph } from '../docs-parser/index.ts';
import type { DescribedType } from './described-type.ts';

/** An argument that example code sets. */
export interface Setting {
  readonly path: readonly string[];
  readonly value: Expression;
  readonly position: Position;
}

/** A block of example code: the resource itself, or one nested in it. */
export interface WrittenBlock {
  readonly path: readonly string[];
  /** Names of the arguments and blocks in it. */
  readonly names: ReadonlySet<string>;
  readonly position: Position;
}

/** What a block sets, with its nested blocks as far as the page describes what is in them. */
export interface Written {
  readonly settings: readonly Setting[];
  readonly blocks: readonly WrittenBlock[];
}

/** Reads a block of an example beside the page of its type. */
export const writtenBy = (block: Block, described: DescribedType): Written => {
  const settings: Setting[] = [];
  const blocks: WrittenBlock[] = [
    { path: [], names: new Set(block.arguments.map(({ name }) => name)), position: block.position },
  ];
  const visit = (path: readonly string[], value: Expression, position: Position): void => {
    settings.push({ path, value, position });
    if (!described.hasMembers(path)) return;
    for (const object of objectsIn(value)) {
      blocks.push({ path, names: new Set(object.map(({ key }) => key)), position });
      for (const entry of object) visit([...path, entry.key], entry.value, position);
    }
  };
  for (const { name, value, position } of block.arguments) visit([name], value, position);
  return { settings, blocks };
};

type Entries = Extract<Expression, { kind: 'object' }>['entries'];

const objectsIn = (value: Expression): Entries[] => {
  if (value.kind === 'object') return [value.entries];
  return value.kind === 'list'
    ? value.items.flatMap((item) => (item.kind === 'object' ? [item.entries] : []))
    : [];
};

/** Is a block of the type that the page is about, and not another that its example needs? */
export const isAbout = (page: PageSpec, { type, kind }: Pick<Block, 'kind' | 'type'>): boolean =>
  type === page.name && (kind === 'data') === (page.kind === 'data-source');

/** The graphs of a page's examples, those in an unknown language left out. */
export const graphsOf = (page: PageSpec): ResourceGraph[] =>
  page.examples.flatMap(({ graph }) => (graph === null ? [] : [graph]));

/** A reference to a resource or a data source, and where it stands. */
export interface Use {
  readonly reference: Extract<Expression, { kind: 'reference' }>;
  readonly position: Position;
}

/** Every reference to a resource or data source that a graph holds. */
export const usesIn = (graph: ResourceGraph): Use[] =>
  [
    ...graph.blocks.flatMap((block) => [...block.arguments, ...block.meta]),
    ...graph.locals,
    ...graph.outputs,
  ].flatMap(({ value, position }) =>
    referencesIn(value)
      .filter(({ root }) => root === 'resource' || root === 'data')
      .map((reference) => ({ reference, position })),
  );

/** Every reference in an expression, but for those in a `for` of it. */
export const referencesIn = (expression: Expression): Extract<Expression, { kind: 'reference' }>[] => {
  if (expression.kind === 'reference') return [expression];
  if (expression.kind === 'for') return [];
  return partsOf(expression).flatMap(referencesIn);
};
