/** The examples of two versions of a page as resource graphs: in whatever language they are written. */
import type { Block, Expression, Position, Variable } from '../../docs-parser/index.ts';
import { addressOf } from '../../docs-parser/index.ts';
import type { Disagreement } from '../drift.ts';
import { PagePlaces } from '../sources/page.ts';
import type { PageWithSource } from '../sources/page.ts';
import { expressionText } from './expression-text.ts';

interface Sides {
  readonly from: string;
  readonly against: string;
}

/** @param sources how messages name the two sides */
export const changedExamples = (
  from: PageWithSource,
  against: PageWithSource,
  sources: Sides,
): Disagreement[] => {
  const places = { from: new PagePlaces(from), against: new PagePlaces(against) };
  const renamed = renamedVariables(variablesOf(from), variablesOf(against));
  return [
    ...variableDifferences(variablesOf(from), variablesOf(against), renamed, sources, places),
    ...blockDifferences(blocksOf(from), blocksOf(against), renamed, sources, places),
  ];
};

const graphsOf = ({ spec }: PageWithSource) =>
  spec.examples.flatMap(({ graph }) => (graph === null ? [] : [graph]));
const variablesOf = (page: PageWithSource): Map<string, Variable> =>
  new Map(graphsOf(page).flatMap(({ variables }) => variables.map((variable) => [variable.name, variable])));

/** Two examples of a page may use one address: the second gets a number. */
const blocksOf = (page: PageWithSource): Map<string, Block> => {
  const blocks = new Map<string, Block>();
  for (const block of graphsOf(page).flatMap((graph) => graph.blocks)) {
    const address = addressOf(block);
    let key = address;
    for (let number = 2; blocks.has(key); number++) key = `${address} (${number})`;
    blocks.set(key, block);
  }
  return blocks;
};

/** Names on the first side that mean another name on the second: the one variable left over with that default. */
const renamedVariables = (
  here: ReadonlyMap<string, Variable>,
  there: ReadonlyMap<string, Variable>,
): Map<string, string> => {
  const newHere = [...here.values()].filter(({ name }) => !there.has(name));
  const newThere = [...there.values()].filter(({ name }) => !here.has(name));
  return new Map(
    newHere.flatMap((variable): [string, string][] => {
      const alike = newThere.filter((other) => defaultText(other) === defaultText(variable));
      const rivals = newHere.filter((other) => defaultText(other) === defaultText(variable));
      const [partner] = alike;
      return alike.length === 1 && rivals.length === 1 && partner !== undefined
        ? [[variable.name, partner.name]]
        : [];
    }),
  );
};

const noNames: ReadonlyMap<string, string> = new Map();
const defaultText = (variable: Variable): string =>
  variable.default === null ? '' : expressionText(variable.default, noNames);

interface BothPlaces {
  readonly from: PagePlaces;
  readonly against: PagePlaces;
}

const variableDifferences = (
  here: ReadonlyMap<string, Variable>,
  there: ReadonlyMap<string, Variable>,
  renamed: ReadonlyMap<string, string>,
  sources: Sides,
  places: BothPlaces,
): Disagreement[] => {
  const taken = new Set(renamed.values());
  return [
    ...[...here.values()].flatMap((variable): Disagreement[] => {
      const partner = there.get(renamed.get(variable.name) ?? variable.name);
      if (partner === undefined) {
        return [
          onlyOne(`the variable \`${variable.name}\``, sources.from, sources.against, {
            from: places.from.at(variable.position),
          }),
        ];
      }
      if (partner.name === variable.name && defaultText(partner) === defaultText(variable)) return [];
      return [
        changed(
          partner.name === variable.name
            ? `The default of the variable \`${variable.name}\` is ${quoted(defaultText(variable))} on ${sources.from} and ${quoted(defaultText(partner))} on ${sources.against}.`
            : `The variable is called \`${variable.name}\` on ${sources.from} and \`${partner.name}\` on ${sources.against}.`,
          `var.${variable.name}`,
          places.from.at(variable.position),
          places.against.at(partner.position),
        ),
      ];
    }),
    ...[...there.values()]
      .filter(({ name }) => !here.has(name) && !taken.has(name))
      .map((variable) =>
        onlyOne(`the variable \`${variable.name}\``, sources.against, sources.from, {
          against: places.against.at(variable.position),
        }),
      ),
  ];
};

const blockDifferences = (
  here: ReadonlyMap<string, Block>,
  there: ReadonlyMap<string, Block>,
  renamed: ReadonlyMap<string, string>,
  sources: Sides,
  places: BothPlaces,
): Disagreement[] => [
  ...[...here].flatMap(([address, block]): Disagreement[] => {
    const partner = there.get(address);
    return partner === undefined
      ? [onlyOne(`\`${address}\``, sources.from, sources.against, { from: places.from.at(block.position) })]
      : argumentDifferences(address, block, partner, renamed, sources, places);
  }),
  ...[...there]
    .filter(([address]) => !here.has(address))
    .map(([address, block]) =>
      onlyOne(`\`${address}\``, sources.against, sources.from, {
        against: places.against.at(block.position),
      }),
    ),
];

const argumentDifferences = (
  address: string,
  here: Block,
  there: Block,
  renamed: ReadonlyMap<string, string>,
  sources: Sides,
  places: BothPlaces,
): Disagreement[] => {
  const values = (block: Block): Map<string, { value: Expression; position: Position }> =>
    new Map(
      [...block.arguments, ...block.meta].map(({ name, value, position }) => [name, { value, position }]),
    );
  const [mine, other] = [values(here), values(there)];
  return [...new Set([...mine.keys(), ...other.keys()])].flatMap((name): Disagreement[] => {
    const [x, y] = [mine.get(name), other.get(name)];
    const [a, b] = [
      x === undefined ? undefined : expressionText(x.value, renamed),
      y === undefined ? undefined : expressionText(y.value, noNames),
    ];
    if (a === b) return [];
    const word = (text: string | undefined): string => (text === undefined ? 'not set' : quoted(text));
    return [
      changed(
        `\`${name}\` of \`${address}\` is ${word(a)} on ${sources.from} and ${word(b)} on ${sources.against}.`,
        `${address}.${name}`,
        places.from.at(x?.position ?? here.position),
        places.against.at(y?.position ?? there.position),
      ),
    ];
  });
};

const quoted = (text: string): string => `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\``;

const onlyOne = (
  what: string,
  side: string,
  otherSide: string,
  place: Pick<Disagreement, 'from' | 'against'>,
): Disagreement => ({
  kind: 'example',
  detail: what,
  message: `The example on ${side} has ${what}; that on ${otherSide} does not.`,
  ...place,
  breaking: false,
});

const changed = (
  message: string,
  detail: string,
  from: NonNullable<Disagreement['from']>,
  against: NonNullable<Disagreement['against']>,
): Disagreement => ({ kind: 'example', detail, message, from, against, breaking: false });
