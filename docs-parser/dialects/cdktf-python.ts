import type { Node } from 'web-tree-sitter';
import type { BlockArgument, Expression, ResourceGraph } from '../resource-graph.ts';
import { nodePlace } from './code-place.ts';
import type { CodeStart } from './code-place.ts';
import { metaArguments } from './hcl.ts';
import { readPythonValue } from './python-value.ts';
import type { Construct, Constructs } from './python-value.ts';
import { childrenOf } from './tree-sitter.ts';

/** A construct's call with what it makes. */
interface Made extends Construct {
  readonly call: Node;
}

/** A CDKTF rendering in Python to a resource graph. It reads what parses, wherever it stands. */
export const readPython = (root: Node, start: CodeStart): ResourceGraph => {
  const imported = importedClasses(root);
  const made: Made[] = [];
  const constructs: Constructs = new Map<string, Construct>();
  const renamed = overrides(root);
  for (const call of nodesOf(root, 'call')) {
    const construct = constructOf(call, imported);
    if (construct === undefined) continue;
    const variable = variableOf(call);
    const name = (variable === undefined ? undefined : renamed.get(variable)) ?? construct.name;
    const named = { ...construct, name };
    made.push({ ...named, call });
    if (variable !== undefined) constructs.set(variable, named);
  }
  const graph: ResourceGraph = {
    blocks: [],
    variables: [],
    locals: [],
    outputs: [],
    providers: [],
  };
  for (const construct of made) add(graph, construct, constructs, start);
  return graph;
};

const add = (
  graph: ResourceGraph,
  { call, kind, type, name }: Made,
  constructs: Constructs,
  start: CodeStart,
): void => {
  const position = nodePlace(statementOf(call), start);
  const args = keywordArguments(call, constructs, start);
  const valueOf = (wanted: string): Expression | null =>
    args.find((argument) => argument.name === wanted)?.value ?? null;
  switch (kind) {
    case 'resource':
    case 'data':
      graph.blocks.push({
        kind,
        type,
        name,
        arguments: args.filter((argument) => !metaArguments.has(argument.name)),
        meta: args.filter((argument) => metaArguments.has(argument.name)),
        position,
      });
      break;
    case 'variable':
      graph.variables.push({ name, default: valueOf('default'), position });
      break;
    case 'output': {
      const value = valueOf('value');
      if (value !== null) graph.outputs.push({ name, value, position });
      break;
    }
    case 'local': {
      const value = valueOf('expression');
      if (value !== null) graph.locals.push({ name, value, position });
      break;
    }
    case 'provider':
      graph.providers.push({ name: type, arguments: args, position });
      break;
  }
};

const nodesOf = (node: Node, type: string): Node[] => [
  ...(node.type === type ? [node] : []),
  ...childrenOf(node).flatMap((child) => nodesOf(child, type)),
];

const statementOf = (call: Node): Node => (call.parent?.type === 'assignment' ? call.parent : call);

/** "x" of `x = Construct(…)` */
const variableOf = (call: Node): string | undefined => {
  const assignment = call.parent?.type === 'assignment' ? call.parent : null;
  const left = assignment?.childForFieldName('left') ?? null;
  return left?.type === 'identifier' ? left.text : undefined;
};

/** Class name → its module, from `from imports.alicloud.vpc import Vpc`. */
const importedClasses = (root: Node): ReadonlyMap<string, readonly string[]> => {
  const classes = new Map<string, readonly string[]>();
  for (const statement of nodesOf(root, 'import_from_statement')) {
    const [module, ...names] = childrenOf(statement).map(({ text }) => text);
    const path = (module ?? '').split('.').filter((part) => part !== '');
    for (const name of names) classes.set(name, path);
  }
  return classes;
};

/** Variable → the name that `x.override_logical_id("name")` gives its block. */
const overrides = (root: Node): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const call of nodesOf(root, 'call')) {
    const match = /^(\w+)\s*\.\s*override_logical_id$/.exec(call.childForFieldName('function')?.text ?? '');
    const [name] = positionalArguments(call);
    if (match?.[1] !== undefined && name?.type === 'string') found.set(match[1], textOf(name));
  }
  return found;
};

const positionalArguments = (call: Node): Node[] => {
  const list = call.childForFieldName('arguments');
  return list === null
    ? []
    : childrenOf(list).filter(({ type }) => type !== 'keyword_argument' && type !== 'comment');
};

const textOf = (string: Node): string =>
  childrenOf(string)
    .filter(({ type }) => type === 'string_content')
    .map(({ text }) => text)
    .join('');

/**
 * `alicloud.vpc.Vpc(self, "default", …)`: the module names the type, `data_` before it a data source. The
 * classes of cdktf itself are variables, outputs and locals.
 */
const constructOf = (call: Node, imported: ReadonlyMap<string, readonly string[]>): Construct | undefined => {
  const path = (call.childForFieldName('function')?.text ?? '').split('.').map((part) => part.trim());
  const className = path.at(-1) ?? '';
  const [scope, id] = positionalArguments(call);
  if (!/^[A-Z]/.test(className) || scope?.type !== 'identifier' || id?.type !== 'string') return undefined;
  const name = textOf(id);
  const ofTerraform = terraformKinds.get(className);
  if (ofTerraform !== undefined) return { kind: ofTerraform, type: '', name };
  const module = path.length > 1 ? path.slice(0, -1) : (imported.get(className) ?? []);
  const [provider, file] = module.slice(-2);
  if (provider === undefined || file === undefined) return undefined;
  if (file === 'provider') return { kind: 'provider', type: provider, name };
  const data = /^data_(.+)$/.exec(file)?.[1];
  return data === undefined
    ? { kind: 'resource', type: `${provider}_${file}`, name }
    : { kind: 'data', type: data, name };
};

const terraformKinds: ReadonlyMap<string, Construct['kind']> = new Map([
  ['TerraformVariable', 'variable'],
  ['TerraformOutput', 'output'],
  ['TerraformLocal', 'local'],
]);

const keywordArguments = (call: Node, constructs: Constructs, start: CodeStart): BlockArgument[] => {
  const list = call.childForFieldName('arguments');
  if (list === null) return [];
  return childrenOf(list).flatMap((argument): BlockArgument[] => {
    if (argument.type !== 'keyword_argument') return [];
    const name = argument.childForFieldName('name')?.text ?? '';
    const value = argument.childForFieldName('value');
    if (name === '' || value === null) return [];
    // A trailing underscore keeps the name from being a word of Python's own.
    return [
      {
        name: name.replace(/_$/, ''),
        value: readPythonValue(value, constructs),
        position: nodePlace(argument, start),
      },
    ];
  });
};
