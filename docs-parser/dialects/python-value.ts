import type { Node } from 'web-tree-sitter';
import type { Expression } from '../resource-graph.ts';
import { childrenOf } from './tree-sitter.ts';

/** What a construct's variable stands for. */
export interface Construct {
  readonly kind: 'resource' | 'data' | 'variable' | 'output' | 'local' | 'provider';
  /** Terraform type; empty for variables, outputs and locals; the provider's name for a provider. */
  readonly type: string;
  readonly name: string;
}

/** Python variable → the construct that it holds. */
export type Constructs = ReadonlyMap<string, Construct> & Map<string, Construct>;

/** A Python expression of a CDKTF rendering as the HCL expression that it stands for. */
export const readPythonValue = (node: Node, constructs: Constructs): Expression => {
  const read = (inner: Node): Expression => readPythonValue(inner, constructs);
  switch (node.type) {
    case 'string':
      return stringOf(node, constructs);
    case 'concatenated_string':
      return joinParts(childrenOf(node).map(read));
    case 'integer':
    case 'float':
      return { kind: 'literal', value: Number(node.text.replaceAll('_', '')) };
    case 'unary_operator':
      return Number.isNaN(Number(node.text))
        ? { kind: 'unknown', source: node.text }
        : { kind: 'literal', value: Number(node.text) };
    case 'true':
    case 'false':
      return { kind: 'literal', value: node.type === 'true' };
    case 'none':
      return { kind: 'literal', value: null };
    case 'list':
    case 'tuple':
      return { kind: 'list', items: childrenOf(node).map(read) };
    case 'dictionary':
      return {
        kind: 'object',
        entries: childrenOf(node).flatMap((pair) => pairOf(pair, constructs)),
      };
    case 'parenthesized_expression': {
      const [inner] = childrenOf(node);
      return inner === undefined ? { kind: 'unknown', source: node.text } : read(inner);
    }
    case 'binary_operator': {
      const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
      const isSum = node.childForFieldName('operator')?.text === '+';
      if (left === null || right === null || !isSum) return { kind: 'unknown', source: node.text };
      return joinParts([read(left), read(right)]);
    }
    case 'attribute':
    case 'identifier':
      return referenceOf(node, constructs);
    case 'call':
      return callOf(node, constructs);
    default:
      return { kind: 'unknown', source: node.text };
  }
};

const stringOf = (node: Node, constructs: Constructs): Expression =>
  joinParts(
    childrenOf(node).flatMap((part): Expression[] => {
      if (part.type === 'string_content') return [{ kind: 'literal', value: unescapePython(part.text) }];
      const [inner] = childrenOf(part);
      return part.type === 'interpolation' && inner !== undefined ? [readPythonValue(inner, constructs)] : [];
    }),
  );

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

const unescapePython = (text: string): string =>
  text.replace(/\\(.)/g, (whole, code: string) => escapes[code] ?? whole);

/**
 * Pieces of a text. The converter wraps references in "${" and "}", which are no text, and Terraform
 * itself makes nothing of a template with one part.
 */
const joinParts = (pieces: readonly Expression[]): Expression => {
  const flat = pieces.flatMap((piece) => (piece.kind === 'template' ? piece.parts : [piece]));
  const parts: Expression[] = [];
  for (const [at, piece] of flat.entries()) {
    if (piece.kind !== 'literal') {
      parts.push(piece);
      continue;
    }
    let text = String(piece.value);
    if (flat[at + 1] !== undefined) text = text.replace(/\$\{$/, '');
    if (at > 0) text = text.replace(/^\}/, '');
    const last = parts.at(-1);
    if (last?.kind === 'literal')
      parts[parts.length - 1] = {
        kind: 'literal',
        value: String(last.value) + text,
      };
    else if (text !== '') parts.push({ kind: 'literal', value: text });
  }
  const [only] = parts;
  if (only === undefined) return { kind: 'literal', value: '' };
  return parts.length === 1 ? only : { kind: 'template', parts };
};

const pairOf = (pair: Node, constructs: Constructs): { key: string; value: Expression }[] => {
  const [key, value] = [pair.childForFieldName('key'), pair.childForFieldName('value')];
  if (key === null || value === null) return [];
  const read = readPythonValue(key, constructs);
  return [
    {
      key: read.kind === 'literal' ? String(read.value) : key.text,
      value: readPythonValue(value, constructs),
    },
  ];
};

const variableValues = new Set([
  'value',
  'string_value',
  'number_value',
  'boolean_value',
  'list_value',
  'fqn',
]);

/** `alicloud_vpc_default.id`, `account_id.string_value` */
const referenceOf = (node: Node, constructs: Constructs): Expression => {
  const [head = '', ...path] = node.text.split('.').map((part) => part.trim());
  const construct = constructs.get(head);
  if (construct === undefined) return { kind: 'unknown', source: node.text };
  switch (construct.kind) {
    case 'resource':
    case 'data':
      return {
        kind: 'reference',
        root: construct.kind,
        type: construct.type,
        name: construct.name,
        path: path[0] === 'fqn' ? path.slice(1) : path,
      };
    case 'variable':
    case 'local': {
      const rest = variableValues.has(path[0] ?? '') ? path.slice(1) : path;
      return {
        kind: 'reference',
        root: construct.kind === 'variable' ? 'var' : 'local',
        type: null,
        name: construct.name,
        path: rest,
      };
    }
    case 'output':
    case 'provider':
      return { kind: 'unknown', source: node.text };
  }
};

const callOf = (node: Node, constructs: Constructs): Expression => {
  const name = (node.childForFieldName('function')?.text ?? '').replaceAll(/\s/g, '');
  const list = node.childForFieldName('arguments');
  const given = list === null ? [] : childrenOf(list).filter(({ type }) => type !== 'comment');
  const [first, second] = given.filter(({ type }) => type !== 'keyword_argument');
  if (/(^|\.)Token\.as_\w+$/.test(name) && first !== undefined) return readPythonValue(first, constructs);
  if (/(^|\.)property_access$/.test(name) && first !== undefined && second !== undefined) {
    return propertyAccess(readPythonValue(first, constructs), readPythonValue(second, constructs));
  }
  const method = /(^|\.)Fn\.(\w+)$/.exec(name)?.[2];
  if (method !== undefined) {
    const args = given.map((argument) => readPythonValue(argument, constructs));
    return {
      kind: 'call',
      function: method.replace(/_$/, ''),
      arguments: args,
    };
  }
  // A struct of the bindings: InstanceDataDisks(size=20)
  if (/(^|\.)[A-Z]\w*$/.test(name) && given.every(({ type }) => type === 'keyword_argument')) {
    const entries = given.flatMap((argument) => pairOfKeyword(argument, constructs));
    return { kind: 'object', entries };
  }
  return { kind: 'unknown', source: node.text };
};

const pairOfKeyword = (argument: Node, constructs: Constructs): { key: string; value: Expression }[] => {
  const [name, value] = [argument.childForFieldName('name'), argument.childForFieldName('value')];
  return name === null || value === null
    ? []
    : [
        {
          key: name.text.replace(/_$/, ''),
          value: readPythonValue(value, constructs),
        },
      ];
};

/** `property_access(x.zones, ["0", "id"])` → x.zones[0].id */
const propertyAccess = (target: Expression, keys: Expression): Expression => {
  if (keys.kind !== 'list') return { kind: 'unknown', source: 'property_access' };
  const path = keys.items.flatMap((item): (string | number)[] => {
    if (item.kind !== 'literal' || item.value === null || typeof item.value === 'boolean') return [];
    return /^\d+$/.test(String(item.value)) ? [Number(item.value)] : [String(item.value)];
  });
  if (target.kind === 'reference') return { ...target, path: [...target.path, ...path] };
  return { kind: 'access', target, path };
};
