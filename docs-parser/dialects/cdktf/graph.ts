import type { BlockArgument, Expression, ResourceGraph } from '../../resource-graph.ts';
import { emptyGraph } from '../../graph.ts';
import { splitMeta } from '../blocks.ts';
import type { CodePlaces } from '../code-place.ts';
import type { CodeParser } from '../tree-sitter.ts';
import { Classes } from './classes.ts';
import { followProgram } from './constructs.ts';
import type { Construct, Variables } from './constructs.ts';
import type { TerraformNames } from './names.ts';
import { withOverrides } from './overrides.ts';
import type { Program } from './program.ts';
import { readArgument, readValue } from './values.ts';
import type { Context, ContextAt } from './values.ts';

export interface CdktfGraph {
  readonly graph: ResourceGraph;
  /** Variables that the program uses and does not declare, with the argument that does. */
  readonly undeclared: readonly { readonly name: string; readonly position: BlockArgument['position'] }[];
}

/**
 * What Terraform would see of a CDKTF program.
 * @param hcl reads the templates in its texts
 * @param names gives the program's names back to Terraform
 */
export const graphOf = (
  program: Program,
  places: CodePlaces,
  hcl: CodeParser,
  names: TerraformNames,
): CdktfGraph => {
  const { constructs, kept } = followProgram(program, new Classes(program.imports, names), names);
  const graph = emptyGraph();
  const undeclared: CdktfGraph['undeclared'][number][] = [];
  const contextOf = (bound: Variables, position: BlockArgument['position']): Context => ({
    bound,
    names,
    hcl,
    dynamic: null,
    scope: new Map(),
    undeclared: (name) => void undeclared.push({ name, position }),
  });
  for (const { what, bound } of constructs)
    add(graph, what, places, (position) => contextOf(bound, position), names);
  for (const { what, bound } of kept) {
    const position = places.of(what.span);
    const value = readValue(what.value, contextOf(bound, position));
    if (value.kind !== 'unknown') graph.locals.push({ name: what.name, value, position });
  }
  return { graph, undeclared };
};

const add = (
  graph: ResourceGraph,
  construct: Construct,
  places: CodePlaces,
  contextAt: ContextAt,
  names: TerraformNames,
): void => {
  const { kind, type, name, span, entries } = construct;
  const position = places.of(span);
  const plain = (wanted: string): Expression | null => {
    const entry = entries.find(({ key }) => names.of(key) === wanted);
    return entry === undefined ? null : readValue(entry.value, contextAt(places.of(entry.span)));
  };
  switch (kind) {
    case 'resource':
    case 'data':
      graph.blocks.push({
        kind,
        type,
        name,
        ...splitMeta(argumentsOf(construct, places, contextAt)),
        position,
      });
      break;
    case 'variable':
      graph.variables.push({ name, default: plain('default'), position });
      break;
    case 'output': {
      const value = plain('value');
      if (value !== null) graph.outputs.push({ name, value, position });
      break;
    }
    case 'local': {
      const value = plain('expression');
      if (value !== null) graph.locals.push({ name, value, position });
      break;
    }
    case 'provider':
      graph.providers.push({ name: type, arguments: argumentsOf(construct, places, contextAt), position });
      break;
    case 'other':
  }
};

const argumentsOf = (
  { entries, overrides }: Construct,
  places: CodePlaces,
  contextAt: ContextAt,
): BlockArgument[] => {
  const found = entries.map(({ key, value, span }): BlockArgument => {
    const position = places.of(span);
    const context = contextAt(position);
    const written = context.names.of(key);
    const name = written === 'provisioners' ? 'provisioner' : written;
    return { name, value: readArgument(name, value, context), position };
  });
  return withOverrides(found, overrides, places, contextAt).map((argument) =>
    argument.name === 'count' ? { ...argument, value: asNumber(argument.value) } : argument,
  );
};

/** The converter makes a text of a count: `TerraformCount.of(Token.asNumber("14"))`. */
const asNumber = (value: Expression): Expression =>
  value.kind === 'literal' && typeof value.value === 'string' && /^\d+$/.test(value.value)
    ? { kind: 'literal', value: Number(value.value) }
    : value;
