import { addressesIn } from '../values.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { prerequisitesOf } from '../example.ts';
import type { Example, ExampleBlock } from '../example.ts';
import type { Expectation, GivenBlock } from '../../scenario.ts';

/** The page's example code: each block can be made, and everything can be destroyed again. */
export const examplePromises = (examples: readonly Example[]): Draft[] =>
  examples.flatMap((example, at) => {
    const prefix = at === 0 ? 'example' : `example-${at + 1}`;
    return [
      ...example.blocks.map((block) => blockPromise(prefix, block, example)),
      ...destroyPromise(prefix, example),
    ];
  });

const blockPromise = (prefix: string, own: ExampleBlock, example: Example): Draft => {
  const base = {
    id: `${prefix}/${own.address}`,
    kind: 'example' as const,
    title: own.address.startsWith('data.')
      ? `the example's ${own.address} finds what the example takes from it`
      : `the example's ${own.address} can be created`,
    position: own.position,
  };
  const needed = prerequisitesOf(own, example);
  const broken = [own, ...needed].find(({ block }) => block === null);
  if (own.block === null || broken !== undefined) {
    return { ...base, notChecked: broken?.problem ?? 'it could not be read' };
  }
  return {
    ...base,
    given: blocksOf(needed),
    steps: [step({ create: own.block }, ...seen(own, example))],
  };
};

const blocksOf = (blocks: readonly ExampleBlock[]): GivenBlock[] =>
  blocks.flatMap(({ block }) => (block === null ? [] : [block]));

/** A resource stands; of a data source, whatever other blocks take from it is there. */
const seen = (own: ExampleBlock, example: Example): Expectation[] => {
  if (!own.address.startsWith('data.')) return [{ succeeds: true }, { exists: own.address }];
  const paths = example.blocks.flatMap(({ block }) => pathsInto(own.address, block));
  return [
    { succeeds: true },
    ...[...new Set(paths)].map((path) => ({ attribute: path, of: own.address, present: true as const })),
  ];
};

const pathsInto = (address: string, block: GivenBlock | null): string[] => {
  if (block === null || !addressesIn(block.arguments).includes(address)) return [];
  const text = JSON.stringify(block.arguments);
  return text
    .split(`\${${address}.`)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('}')));
};

const destroyPromise = (prefix: string, example: Example): Draft[] => {
  if (example.blocks.length === 0) return [];
  const base = {
    id: `${prefix}/destroy`,
    kind: 'example' as const,
    title: 'everything that the example makes can be destroyed again, and nothing is left',
    position: example.position,
  };
  const broken = example.blocks.find(({ block }) => block === null);
  if (broken !== undefined)
    return [{ ...base, notChecked: broken.problem ?? 'the example could not be read' }];
  return [
    {
      ...base,
      given: blocksOf(example.blocks),
      steps: [step({ destroy: 'everything' }, { succeeds: true }, { accountIsEmpty: true })],
    },
  ];
};
