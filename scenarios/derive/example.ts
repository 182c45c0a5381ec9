import { addressOf } from '../../docs-parser/index.ts';
import type { Block, PageSpec, Position } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { argumentCalled } from './argument-called.ts';
import { renamedBlocks } from './companions.ts';
import type { Companions } from './companions.ts';
import { undeclaredIn } from './graph-references.ts';
import { mended } from './mended.ts';
import { singularsOf } from './reference-names.ts';
import {
  addressesIn,
  neededBy,
  providerOf,
  repetition,
  repetitionsOf,
  UnresolvableError,
  valueOf,
} from './values.ts';
import type { ExampleNames } from './values.ts';

/** A block of an example that can be carried out, or the reason why it cannot. */
export interface ExampleBlock {
  readonly address: string;
  readonly position: Position;
  /** Null where a value of it cannot be told. */
  readonly block: GivenBlock | null;
  readonly problem: string | null;
  /** Addresses that it refers to, `depends_on` included. */
  readonly needs: readonly string[];
  /** It comes from another page's example. */
  readonly isSupplied?: true;
}

/** The blocks of one example of the page, in dependency order. */
export interface Example {
  readonly position: Position;
  readonly blocks: readonly ExampleBlock[];
}

/**
 * All examples of a page that were read as resource graphs.
 * @param companions pages whose examples make what this page's refer to and do not declare, or look for
 */
export const readExamples = (page: PageSpec, companions: Companions = new Map()): Example[] =>
  page.examples.flatMap(({ graph, position }) => {
    if (graph === null) return [];
    const provider = providerOf(page.name);
    const own = graph.blocks.filter(({ type }) => providerOf(type) === provider);
    const supplies = new Map(
      undeclaredIn(graph).flatMap((type) => {
        const supply = supplyOf(type, companions);
        return supply === null ? [] : [[type, supply] as const];
      }),
    );
    const names = { graph, provider, supplied: (type: string) => supplies.get(type)?.address };
    const blocks = own.flatMap((block) => readBlocks(block, names));
    const supplied = [...supplies.values()].flatMap((supply) => suppliedBlocks(supply, position));
    const found = blocks.map((block) => furnished(block, blocks, companions));
    const furniture = found.flatMap(({ supply }) =>
      supply === null ? [] : suppliedBlocks(supply, position),
    );
    const all = [...supplied, ...furniture, ...found.map(({ block }) => block)];
    return [
      { position, blocks: inDependencyOrder([...new Map(all.map((one) => [one.address, one])).values()]) },
    ];
  });

/** What another page's example makes. */
export interface Supply {
  /** Of the page's own block. */
  readonly address: string;
  /** The block, behind what it needs. */
  readonly blocks: readonly GivenBlock[];
}

/** The block of a type with all that it needs, from the example of the type's own page; null where there is none. */
export const supplyOf = (
  type: string,
  companions: Companions,
  changes: GivenBlock['arguments'] = {},
  suffix?: string,
): Supply | null => {
  const page = companions.get(type);
  const made = page === undefined ? '' : subjectOf(page, readExamples(page), companions);
  if (typeof made === 'string') return null;
  const own = blockOf(made, { ...made.arguments, ...changes });
  const blocks = renamedBlocks([...made.given, own], suffix);
  return { address: blocks.at(-1)?.address ?? own.address, blocks };
};

const suppliedBlocks = ({ blocks }: Supply, position: Position): ExampleBlock[] =>
  blocks.map((block) => ({
    address: block.address,
    position,
    block,
    problem: null,
    needs: [...addressesIn(block.arguments), ...(block.dependsOn ?? [])],
    isSupplied: true,
  }));

/**
 * An example that looks for something it does not make takes it that the account has it: then it stands, as the
 * page of its type makes it.
 */
const furnished = (
  found: ExampleBlock,
  all: readonly ExampleBlock[],
  companions: Companions,
): { block: ExampleBlock; supply: Supply | null } => {
  const { address, block } = found;
  const isLooked = address.startsWith('data.') && all.some(({ needs }) => needs.includes(address));
  const nothing = { block: found, supply: null };
  if (!isLooked || block === null || found.needs.some((need) => !need.startsWith('data.'))) return nothing;
  const values = JSON.stringify(block.arguments);
  // What the system offers to all is there.
  if (/"(?:system|public)"/.test(values)) return nothing;
  const type = singularsOf(address.split('.')[1] ?? '').find((one) => companions.has(one));
  if (type === undefined || all.some((one) => one.address.startsWith(`${type}.`))) return nothing;
  const supply =
    found.needs.length === 0 ? namedFor(block, supplyOf(type, companions)) : within(block, type, companions);
  if (supply === null) return nothing;
  const dependsOn = [...(block.dependsOn ?? []), supply.address];
  return {
    block: { ...found, block: { ...block, dependsOn }, needs: [...found.needs, supply.address] },
    supply,
  };
};

/**
 * What is looked for in something else that is looked for, as the rules of a security group: made within that, and
 * with all that it is filtered by.
 * @returns null where the page of its type does not take what it is within
 */
const within = ({ arguments: asked }: GivenBlock, type: string, companions: Companions): Supply | null => {
  const page = companions.get(type);
  if (page === undefined) return null;
  const changes = Object.entries(asked).flatMap(([name, value]): [string, Value][] => {
    const argument = argumentCalled(name, { page, address: `${type}.made` });
    return argument === undefined ? [] : [[argument.name, value]];
  });
  const referring = Object.values(asked).filter((value) => addressesIn(value).length > 0);
  if (!referring.every((value) => changes.some(([, set]) => set === value))) return null;
  const supply = supplyOf(type, companions, Object.fromEntries(changes));
  return supply && { ...supply, blocks: neededBy([supply.address], supply.blocks) };
};

/** The supply under a name that the data source's `name_regex` finds. */
const namedFor = (
  { arguments: { name_regex: wanted } }: GivenBlock,
  supply: Supply | null,
): Supply | null => {
  const [, name, end] = typeof wanted === 'string' ? (/^\^?([\w-]+)(\$?)$/.exec(wanted) ?? []) : [];
  const own = supply?.blocks.at(-1);
  const argument = Object.keys(own?.arguments ?? {}).find((one) => one === 'name' || one.endsWith('_name'));
  if (supply === null || own === undefined || name === undefined || argument === undefined) return supply;
  const renamed = {
    ...own,
    arguments: { ...own.arguments, [argument]: end === '$' ? name : `${name}alimock` },
  };
  return { ...supply, blocks: [...supply.blocks.slice(0, -1), renamed] };
};

/** The block, or each of its repetitions. */
const readBlocks = (block: Block, names: ExampleNames): ExampleBlock[] => {
  const address = addressOf(block);
  try {
    const times = repetitionsOf(block, names);
    if (times === null) return [readBlock(block, address, names)];
    return Array.from({ length: times }, (_, index) =>
      readBlock(block, repetition(address, index), { ...names, index }),
    );
  } catch (error) {
    if (!(error instanceof UnresolvableError)) throw error;
    return [
      { address, position: block.position, block: null, problem: error.message, needs: dependsOn(block) },
    ];
  }
};

const readBlock = (block: Block, address: string, names: ExampleNames): ExampleBlock => {
  const { position } = block;
  try {
    const values = Object.fromEntries(
      block.arguments
        .filter(({ name }) => name !== 'timeouts')
        .map(({ name, value }) => [name, valueOf(value, names)]),
    );
    const named = dependsOn(block);
    const needs = [...addressesIn(values), ...named];
    const given = {
      address,
      arguments: values,
      ...(named.length === 0 ? {} : { dependsOn: named }),
      ...regionOf(block, names),
    };
    return { address, position, block: given, problem: null, needs };
  } catch (error) {
    if (!(error instanceof UnresolvableError)) throw error;
    return { address, position, block: null, problem: error.message, needs: dependsOn(block) };
  }
};

/** `provider = alicloud.hz`: the region of that configuration. */
const regionOf = (block: Block, names: ExampleNames): { region?: string } => {
  const named = block.meta.find(({ name }) => name === 'provider')?.value;
  if (named?.kind !== 'reference' || named.root !== 'provider') return {};
  const alias = [named.name, ...named.path].at(-1);
  const settings = names.graph.providers
    .map(({ arguments: values }) =>
      Object.fromEntries(values.map(({ name, value }) => [name, value] as const)),
    )
    .find((one) => one['alias'] !== undefined && valueOf(one['alias'], names) === alias);
  const region = settings?.['region'] === undefined ? null : valueOf(settings['region'], names);
  return typeof region === 'string' ? { region } : {};
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
  /** Of the provider configuration that its block names. */
  readonly region?: string;
  /** What must stand before it, although no argument refers to it. */
  readonly dependsOn?: readonly string[];
}

/** The subject's block, with other arguments where they are given. */
export const blockOf = (
  { address, arguments: own, region, dependsOn }: Subject,
  values: GivenBlock['arguments'] = own,
): GivenBlock => ({
  address,
  arguments: values,
  ...(region === undefined ? {} : { region }),
  ...(dependsOn === undefined ? {} : { dependsOn: [...dependsOn] }),
});

/** The subject of the page, or the reason why there is none that can be carried out. */
export const subjectOf = (
  page: PageSpec,
  examples: readonly Example[],
  companions: Companions = new Map(),
): Subject | string => {
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
      const { address, region } = own.block;
      const whole = [...needed.flatMap(({ block }) => (block === null ? [] : [block])), own.block];
      const sound = mended(whole, companions, address);
      const given = sound.filter((block) => block.address !== address);
      const { arguments: values } = sound.find((block) => block.address === address) ?? own.block;
      const settings = region === undefined ? {} : { region };
      return { address, type: page.name, arguments: values, given, example, ...settings };
    }
  }
  return problem;
};
