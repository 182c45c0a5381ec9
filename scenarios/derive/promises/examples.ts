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
      ...example.blocks
        .filter(({ isSupplied }) => isSupplied !== true)
        .flatMap((block) => [
          blockPromise(prefix, block, example),
          ...filterPromises(prefix, block, example),
        ]),
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
  return [
    { succeeds: true },
    ...seenPaths(own, example).map((path) => ({ attribute: path, of: own.address, present: true as const })),
  ];
};

/** What other blocks of the example take from this one, e.g. "zones.0.id". */
const seenPaths = (own: ExampleBlock, example: Example): string[] => [
  ...new Set(example.blocks.flatMap(({ block }) => pathsInto(own.address, block))),
];

const pathsInto = (address: string, block: GivenBlock | null): string[] => {
  if (block === null || !addressesIn(block.arguments).includes(address)) return [];
  const text = JSON.stringify(block.arguments);
  return text
    .split(`\${${address}.`)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('}')));
};

/**
 * A data source honours its filters: asked for a value that nothing has, it finds nothing. A plain word may
 * be one of a fixed set ("system", "Instance"), so only other texts are changed.
 */
const filterPromises = (prefix: string, own: ExampleBlock, example: Example): Draft[] => {
  const { block, address, position } = own;
  const list = seenPaths(own, example)[0]?.split('.')[0];
  const needed = prerequisitesOf(own, example);
  if (block === null || !address.startsWith('data.') || list === undefined) return [];
  if (needed.some((prerequisite) => prerequisite.block === null)) return [];
  return Object.entries(block.arguments).flatMap(([name, value]): Draft[] => {
    if (typeof value !== 'string' || value.includes('${') || /^[A-Za-z_]+$/.test(value)) return [];
    const otherwise = { ...block.arguments, [name]: `${value}-that-nothing-has` };
    return [
      {
        id: `${prefix}/${address}/${name}`,
        kind: 'example',
        title: `the example's ${address} honours ${name}: a value that nothing has finds nothing`,
        position,
        given: blocksOf(needed),
        steps: [
          step({ create: { address, arguments: otherwise } }, { attribute: list, of: address, equals: [] }),
        ],
      },
    ];
  });
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
