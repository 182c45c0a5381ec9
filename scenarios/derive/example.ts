import { addressOf } from '../../docs-parser/index.ts';
import type { Block, PageSpec, Position } from '../../docs-parser/index.ts';
import type { GivenBlock } from '../scenario.ts';
import { addressesIn, providerOf, UnresolvableError, valueOf } from './values.ts';

/** A block of an example that can be carried out, or the reason why it cannot. */
export interface ExampleBlock {
  readonly address: string;
  readonly position: Position;
  /** Null where a value of it cannot be told. */
  readonly block: GivenBlock | null;
  readonly problem: string | null;
  /** Addresses that it refers to, `depends_on` included. */
  readonly needs: readonly string[];
}

/** The blocks of one example of the page, in dependency order. */
export interface Example {
  readonly position: Position;
  readonly blocks: readonly ExampleBlock[];
}

/** All examples of a page that were read as resource graphs. */
export const readExamples = (page: PageSpec): Example[] =>
  page.examples.flatMap(({ graph, position }) => {
    if (graph === null) return [];
    const provider = providerOf(page.name);
    const own = graph.blocks.filter(({ type }) => providerOf(type) === provider);
    const blocks = own.map((block) => readBlock(block, { graph, provider }));
    return [{ position, blocks: inDependencyOrder(blocks) }];
  });

const readBlock = (block: Block, names: Parameters<typeof valueOf>[1]): ExampleBlock => {
  const { position } = block;
  const address = addressOf(block);
  try {
    const repeated = block.meta.find(({ name }) => name === 'count' || name === 'for_each');
    if (repeated !== undefined)
      throw new UnresolvableError(`the example repeats ${address} by ${repeated.name}`);
    const values = Object.fromEntries(
      block.arguments
        .filter(({ name }) => name !== 'timeouts')
        .map(({ name, value }) => [name, valueOf(value, names)]),
    );
    const named = dependsOn(block);
    const needs = [...addressesIn(values), ...named];
    const given = { address, arguments: values, ...(named.length === 0 ? {} : { dependsOn: named }) };
    return { address, position, block: given, problem: null, needs };
  } catch (error) {
    if (!(error instanceof UnresolvableError)) throw error;
    return { address, position, block: null, problem: error.message, needs: dependsOn(block) };
  }
};

const dependsOn = (block: Block): string[] => {
  const value = block.meta.find(({ name }) => name === 'depends_on')?.value;
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) =>
    item.kind === 'reference' && (item.root === 'resource' || item.root === 'data')
      ? [addressOf({ kind: item.root, type: item.type ?? '', name: item.name })]
      : [],
  );
};

/** Dependencies first; otherwise the order of the page. A circle keeps the page's order. */
const inDependencyOrder = (blocks: readonly ExampleBlock[]): ExampleBlock[] => {
  const ordered: ExampleBlock[] = [];
  const visited = new Set<string>();
  const visit = (block: ExampleBlock): void => {
    if (visited.has(block.address)) return;
    visited.add(block.address);
    for (const need of block.needs) {
      const needed = blocks.find(({ address }) => address === need);
      if (needed !== undefined) visit(needed);
    }
    ordered.push(block);
  };
  for (const block of blocks) visit(block);
  return ordered;
};

/** What a block needs, and the needs of those, in dependency order. */
export const prerequisitesOf = (block: ExampleBlock, example: Example): ExampleBlock[] => {
  const wanted = new Set<string>();
  const collect = (needs: readonly string[]): void => {
    for (const need of needs) {
      if (wanted.has(need)) continue;
      wanted.add(need);
      collect(example.blocks.find(({ address }) => address === need)?.needs ?? []);
    }
  };
  collect(block.needs);
  return example.blocks.filter(({ address }) => wanted.has(address) && address !== block.address);
};

/** The page's own block in an example, with all that it needs. */
export interface Subject {
  readonly address: string;
  readonly type: string;
  readonly arguments: GivenBlock['arguments'];
  /** Prerequisites in dependency order. */
  readonly given: readonly GivenBlock[];
  readonly example: Example;
}

/** The subject of the page, or the reason why there is none that can be carried out. */
export const subjectOf = (page: PageSpec, examples: readonly Example[]): Subject | string => {
  const wanted = page.kind === 'data-source' ? `data.${page.name}.` : `${page.name}.`;
  let problem = `the page has no example with a block of ${page.name}`;
  for (const example of examples) {
    for (const own of example.blocks.filter(({ address }) => address.startsWith(wanted))) {
      const needed = prerequisitesOf(own, example);
      const broken = [own, ...needed].find(({ block }) => block === null);
      if (own.block === null || broken !== undefined) {
        problem = broken?.problem ?? problem;
        continue;
      }
      const given = needed.flatMap(({ block }) => (block === null ? [] : [block]));
      return { address: own.address, type: page.name, arguments: own.block.arguments, given, example };
    }
  }
  return problem;
};
