import type { Example, Finding, PageSpec } from '../../../docs-parser/index.ts';
import { addressOf } from '../../../docs-parser/index.ts';
import type { Expression, ResourceGraph } from '../../../docs-parser/resource-graph.ts';

/**
 * Compares the graph of a rendering with that of its HCL page. What is made equal beforehand, and why:
 *
 * 1. Order: Terraform's language is declarative, and the converter sorts arguments by name and blocks by what
 *    they refer to. Lists keep their order.
 * 2. A bare word is its text: `ignore_changes = [tags]` is `ignoreChanges: ["tags"]`.
 *
 * What the converter loses for good is not made equal. It is excused where a finding says so, and only there:
 * `example-key-case-lost` and `example-argument-added` at the argument of the rendering.
 */
export const differences = (hcl: PageSpec, rendering: PageSpec): string[] => {
  const [own, other] = [graphsOf(hcl), graphsOf(rendering)];
  if (own.length !== other.length) return [`${other.length} examples for ${own.length}`];
  return own.flatMap((graph, index) => {
    const rendered = other[index];
    return rendered === undefined ? [] : graphDifferences(graph, rendered, rendering.findings);
  });
};

const graphsOf = ({ examples }: PageSpec): ResourceGraph[] =>
  examples.flatMap(({ graph }: Example) => (graph === null ? [] : [graph]));

/** One thing that both graphs may have: an argument, a default, an output. */
interface Fact {
  readonly value: Expression | null;
  readonly position: Finding['position'];
}

const graphDifferences = (
  hcl: ResourceGraph,
  rendering: ResourceGraph,
  renderingFindings: readonly Finding[],
): string[] => {
  const [own, other] = [factsOf(hcl), factsOf(rendering)];
  const keys = new Set([...own.keys(), ...other.keys()]);
  return [...keys].flatMap((key) => {
    const [a, b] = [own.get(key), other.get(key)];
    if (b === undefined) return [`${key}: missing`];
    if (a === undefined)
      return excused('example-argument-added', b, renderingFindings) ? [] : [`${key}: not in HCL`];
    const excuses: Excuses = {
      keyCase: excused('example-key-case-lost', b, renderingFindings),
      added: excused('example-argument-added', b, renderingFindings),
    };
    const [left, right] = [normal(a.value, excuses), normal(b.value, excuses)];
    return left === right ? [] : [`${key}: ${left} ≠ ${right}`];
  });
};

const excused = (rule: Finding['rule'], { position }: Fact, findings: readonly Finding[]): boolean =>
  findings.some(
    (finding) =>
      finding.rule === rule &&
      finding.position.line >= position.line &&
      finding.position.endLine <= position.endLine,
  );

/** Everything that a graph states, by where it stands. */
const factsOf = (graph: ResourceGraph): Map<string, Fact> => {
  const facts = new Map<string, Fact>();
  const add = (key: string, fact: Fact): void => {
    let free = key;
    for (let at = 2; facts.has(free); at++) free = `${key} (${at})`;
    facts.set(free, fact);
  };
  for (const block of graph.blocks) {
    const address = addressOf(block);
    add(address, { value: null, position: block.position });
    for (const { name, value, position } of [...block.arguments, ...block.meta])
      add(`${address}.${name}`, { value, position });
  }
  for (const { name, default: value, position } of graph.variables) add(`var.${name}`, { value, position });
  for (const { name, value, position } of graph.locals) add(`local.${name}`, { value, position });
  for (const { name, value, position } of graph.outputs) add(`output.${name}`, { value, position });
  for (const provider of graph.providers) {
    const alias = provider.arguments.find(({ name }) => name === 'alias')?.value;
    const address = `provider.${provider.name}.${alias?.kind === 'literal' ? String(alias.value) : ''}`;
    add(address, { value: null, position: provider.position });
    for (const { name, value, position } of provider.arguments)
      add(`${address}.${name}`, { value, position });
  }
  return facts;
};

interface Excuses {
  readonly keyCase: boolean;
  readonly added: boolean;
}

const normal = (value: Expression | null, excuses: Excuses): string =>
  value === null ? 'none' : JSON.stringify(simplified(value, excuses));

const simplified = (value: Expression, excuses: Excuses): unknown => {
  const simple = (inner: Expression): unknown => simplified(inner, excuses);
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'unknown':
      return /^\w+$/.test(value.source) ? value.source : { unknown: value.source };
    case 'list':
      return value.items.map(simple);
    case 'object':
      return Object.fromEntries(
        value.entries
          .filter(({ value: inner }) => !excuses.added || !isAdded(inner))
          .map(({ key, value: inner }) => [keyOf(key, excuses), simple(inner)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    case 'reference':
      return {
        [value.root]: [value.type, value.name, ...value.path].filter((part) => part !== null).join('.'),
      };
    case 'template':
      return { template: value.parts.map(simple) };
    case 'call':
      return { [`${value.function}()`]: value.arguments.map(simple) };
    case 'operation':
      return { [value.operator]: value.operands.map(simple) };
    case 'conditional':
      return { if: [value.condition, value.whenTrue, value.whenFalse].map(simple) };
    case 'access':
      return { access: simple(value.target), path: value.path.join('.') };
    case 'for':
      return {
        for: value.variables,
        in: simple(value.collection),
        key: value.key === null ? null : simple(value.key),
        value: simple(value.value),
        if: value.condition === null ? null : simple(value.condition),
        grouped: value.isGrouped,
      };
  }
};

/** `config.size` */
const isAdded = (value: Expression): boolean =>
  value.kind === 'unknown' && value.source.startsWith('config.');

const keyOf = (key: string, { keyCase }: Excuses): string =>
  keyCase ? key.charAt(0).toLowerCase() + key.slice(1) : key;
