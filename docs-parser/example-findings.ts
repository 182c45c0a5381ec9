import type { Finding, PageSpec } from './page-spec.ts';
import type { Block, Expression, ResourceGraph } from './resource-graph.ts';
import { addressOf, partsOf } from './graph.ts';
import { finding } from './rules.ts';

/** What the example code and the rest of the page say differently. */
export const checkExamples = (page: PageSpec): Finding[] => {
  if (page.examples.length === 0 && page.arguments.length > 0)
    return [finding('example-missing', page.position)];
  const graphs = page.examples.flatMap(({ graph }) => (graph === null ? [] : [graph]));
  // A page may show in its second example what its first one declares.
  const declared = new Set(graphs.flatMap(declaredIn));
  return graphs.flatMap((graph) => [
    ...ownBlocks(page, graph).flatMap((block) => againstArguments(page, block)),
    ...undeclared(graph, declared),
  ]);
};

const ownBlocks = (page: PageSpec, graph: ResourceGraph): Block[] =>
  graph.blocks.filter(
    ({ kind, type }) => type === page.name && (kind === 'data') === (page.kind === 'data-source'),
  );

const againstArguments = (page: PageSpec, block: Block): Finding[] => {
  const documented = new Set(page.arguments.map(({ path }) => path[0]));
  // A page with no arguments at all is another finding.
  if (documented.size === 0) return [];
  const set = new Set(block.arguments.map(({ name }) => name));
  return [
    ...block.arguments
      .filter(({ name }) => !documented.has(name) && name !== 'timeouts')
      .map(({ name, position }) =>
        finding(
          'example-undocumented-argument',
          position,
          `The example sets ${name}, which the page does not describe.`,
        ),
      ),
    ...page.arguments
      .filter(
        ({ path, flags }) =>
          path.length === 1 && flags.required && !flags.optional && !set.has(path[0] ?? ''),
      )
      .map(({ name }) =>
        finding(
          'example-missing-required',
          block.position,
          `The example leaves out ${name}, which is Required.`,
        ),
      ),
  ];
};

/** A value of the graph with its place: what refers to something. */
const valuesOf = (graph: ResourceGraph): { value: Expression; position: Finding['position'] }[] => [
  ...graph.blocks.flatMap((block) => [...block.arguments, ...block.meta]),
  ...graph.locals,
  ...graph.outputs,
  ...graph.providers.flatMap((provider) => provider.arguments),
];

const declaredIn = (graph: ResourceGraph): string[] => [
  ...graph.blocks.map(addressOf),
  ...graph.variables.map(({ name }) => `var.${name}`),
  ...graph.locals.map(({ name }) => `local.${name}`),
  // `provider = alicloud.hz` refers to a provider block by its alias.
  ...graph.providers.flatMap(({ name, arguments: args }) =>
    args.flatMap(({ name: argument, value }) =>
      argument === 'alias' && value.kind === 'literal' ? [`provider.${name}.${String(value.value)}`] : [],
    ),
  ),
];

const undeclared = (graph: ResourceGraph, declared: ReadonlySet<string>): Finding[] =>
  valuesOf(graph).flatMap(({ value, position }) =>
    referencesIn(value)
      .filter((address) => !declared.has(address))
      .map((address) =>
        finding(
          'example-undeclared-reference',
          position,
          `The example refers to ${address} and does not declare it.`,
        ),
      ),
  );

/** Addresses that an expression refers to; each.value, count.index and the like are no addresses. */
export const referencesIn = (expression: Expression): string[] => {
  if (expression.kind !== 'reference') return partsOf(expression).flatMap(referencesIn);
  switch (expression.root) {
    case 'resource':
      return [`${expression.type ?? ''}.${expression.name}`];
    case 'data':
      return [`data.${expression.type ?? ''}.${expression.name}`];
    case 'var':
    case 'local':
      return [`${expression.root}.${expression.name}`];
    case 'provider':
      // Without an alias it is the provider that Terraform finds by itself.
      return expression.path.length === 0 ? [] : [`provider.${expression.name}.${expression.path.join('.')}`];
    default:
      return [];
  }
};
