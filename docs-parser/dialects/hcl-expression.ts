import type { Expression, ReferenceRoot } from '../resource-graph.ts';
import { readTemplate } from './hcl-template.ts';
import type { Syntax } from './syntax.ts';

export type Path = (string | number)[];

/** Names that mean something else inside a for expression or a dynamic block. */
export type Scope = ReadonlyMap<string, 'for' | 'dynamic'>;

export const noScope: Scope = new Map();

/** One HCL expression: the node "expression" of the grammar. */
export const readExpression = (node: Syntax, scope: Scope): Expression => {
  const [first, ...rest] = node.children;
  if (first === undefined) return { kind: 'unknown', source: node.text };
  return readTerm(first, rest, node, scope);
};

/** A term with its traversal: `name`, `.attribute`, `[0]` one after the other are siblings in the grammar. */
const readTerm = (first: Syntax, rest: readonly Syntax[], whole: Syntax, scope: Scope): Expression => {
  if (first.type === 'variable_expr') {
    return referenceOf(first.text, pathOf(rest, scope), whole.between(first.start, whole.end), scope);
  }
  const term = termOf(first, scope) ?? { kind: 'unknown', source: whole.text };
  return withPath(term, pathOf(rest, scope));
};

const termOf = (node: Syntax, scope: Scope): Expression | undefined => {
  switch (node.type) {
    case 'expression':
      return readExpression(node, scope);
    case 'function_call':
      return callOf(node, scope);
    case 'collection_value':
      return collectionOf(node, scope);
    case 'literal_value':
      return literalOf(node);
    case 'template_expr':
      return readTemplate(node, scope);
    case 'conditional': {
      const [condition, whenTrue, whenFalse] = expressionsIn(node, scope);
      if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return undefined;
      return { kind: 'conditional', condition, whenTrue, whenFalse };
    }
    case 'operation':
      return operationOf(node, scope);
    case 'for_expr':
      return forOf(node, scope);
    default:
      return undefined;
  }
};

const expressionsIn = (node: Syntax, scope: Scope): Expression[] =>
  node.all('expression').map((child) => readExpression(child, scope));

const roots: ReadonlyMap<string, ReferenceRoot> = new Map(
  (['var', 'local', 'each', 'count', 'self', 'path', 'module', 'terraform'] as const).map((name) => [
    name,
    name,
  ]),
);

/** `alicloud_vpc.default.id`, `data.alicloud_zones.default.zones[0].id`, `var.name` */
const referenceOf = (head: string, path: Path, source: string, scope: Scope): Expression => {
  const local = scope.get(head);
  if (local !== undefined) return { kind: 'reference', root: local, type: null, name: head, path };
  const root = roots.get(head);
  const [first, second, ...rest] = path;
  if (head === 'data' && typeof first === 'string' && typeof second === 'string') {
    return { kind: 'reference', root: 'data', type: first, name: second, path: rest };
  }
  if (head === 'data' || typeof first !== 'string') return { kind: 'unknown', source };
  return root === undefined
    ? { kind: 'reference', root: 'resource', type: head, name: first, path: path.slice(1) }
    : { kind: 'reference', root, type: null, name: first, path: path.slice(1) };
};

/** A path into a value; into a reference it makes the reference longer. */
export const withPath = (target: Expression, path: Path): Expression => {
  if (path.length === 0) return target;
  if (target.kind === 'reference' || target.kind === 'access')
    return { ...target, path: [...target.path, ...path] };
  return { kind: 'access', target, path };
};

/** `.name`, `[0]`, `["key"]`, `.0`, `.*`, `[*]` one after the other. */
const pathOf = (nodes: readonly Syntax[], scope: Scope): Path =>
  nodes.flatMap((node): Path => {
    const [first] = node.children;
    switch (node.type) {
      case 'get_attr':
        return [node.text.slice(1).trim()];
      case 'index':
        return [first?.type === 'legacy_index' ? Number(first.text.slice(1)) : keyOf(node, scope)];
      case 'splat':
        return ['*', ...pathOf((first ?? node).children, scope)];
      default:
        return [];
    }
  });

/** The key between brackets: a number, a text, or what it is computed from as written. */
const keyOf = (index: Syntax, scope: Scope): string | number => {
  const key = index.children[0]?.children[0];
  const value = key === undefined ? undefined : readExpression(key, scope);
  return value?.kind === 'literal' && (typeof value.value === 'string' || typeof value.value === 'number')
    ? value.value
    : index.text.slice(1, -1);
};

const callOf = (node: Syntax, scope: Scope): Expression => {
  const [name, given] = node.children;
  return {
    kind: 'call',
    function: name?.text ?? '',
    arguments: given === undefined ? [] : expressionsIn(given, scope),
  };
};

const collectionOf = (node: Syntax, scope: Scope): Expression => {
  const [collection] = node.children;
  if (collection?.type === 'tuple') return { kind: 'list', items: expressionsIn(collection, scope) };
  if (collection?.type !== 'object') return { kind: 'unknown', source: node.text };
  const entries = collection.all('object_elem').flatMap((element) => {
    const [key, value] = element.all('expression');
    return key === undefined || value === undefined
      ? []
      : [{ key: entryKey(key, scope), value: readExpression(value, scope) }];
  });
  return { kind: 'object', entries };
};

const entryKey = (node: Syntax, scope: Scope): string => {
  const { text } = node;
  if (/^[\w-]+$/.test(text)) return text;
  const value = readExpression(node, scope);
  return value.kind === 'literal' ? String(value.value) : text;
};

const literalOf = (node: Syntax): Expression => {
  const [literal] = node.children;
  switch (literal?.type) {
    case 'numeric_lit':
      return { kind: 'literal', value: Number(literal.text) };
    case 'bool_lit':
      return { kind: 'literal', value: literal.text === 'true' };
    case 'null_lit':
      return { kind: 'literal', value: null };
    case 'string_lit':
      return { kind: 'literal', value: unescapeHcl(literal.text.slice(1, -1)) };
    default:
      return { kind: 'unknown', source: node.text };
  }
};

/** What an operand can begin with; what else stands beside it is its traversal. */
const terms = new Set([
  'expression',
  'variable_expr',
  'function_call',
  'collection_value',
  'literal_value',
  'template_expr',
  'conditional',
  'operation',
  'for_expr',
]);

const operationOf = (node: Syntax, scope: Scope): Expression => {
  const operation = node.children[0] ?? node;
  const operands: Syntax[][] = [];
  for (const child of operation.children) {
    if (terms.has(child.type)) operands.push([child]);
    else operands.at(-1)?.push(child);
  }
  const [left, right] = operands;
  const [from, to] =
    right === undefined ? [operation.start, left?.[0]?.start] : [left?.at(-1)?.end, right[0]?.start];
  const operator = operation.between(from ?? 0, to ?? 0).replaceAll(/[()\s]/g, '');
  const values = operands.flatMap(([first, ...rest]) =>
    first === undefined ? [] : [readTerm(first, rest, operation, scope)],
  );
  const [only] = values;
  if (operator === '-' && values.length === 1 && only?.kind === 'literal' && typeof only.value === 'number')
    return { kind: 'literal', value: -only.value };
  return { kind: 'operation', operator, operands: values };
};

const forOf = (node: Syntax, scope: Scope): Expression => {
  const loop = node.children[0] ?? node;
  const [intro] = loop.all('for_intro');
  const variables = intro?.all('identifier').map(({ text }) => text) ?? [];
  const collection = intro?.all('expression')[0];
  const inner: Scope = new Map([...scope, ...variables.map((name) => [name, 'for'] as const)]);
  const results = expressionsIn(loop, inner);
  const value = results.at(-1);
  if (collection === undefined || value === undefined) return { kind: 'unknown', source: node.text };
  const condition = loop.all('for_cond')[0]?.all('expression')[0];
  return {
    kind: 'for',
    variables,
    collection: readExpression(collection, scope),
    key: results.length > 1 ? (results[0] ?? null) : null,
    value,
    condition: condition === undefined ? null : readExpression(condition, inner),
    isGrouped: loop.all('ellipsis').length > 0,
  };
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The text that a quoted literal stands for. */
export const unescapeHcl = (text: string): string =>
  text.includes('\\') || text.includes('{')
    ? text
        .replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (whole, code: string) =>
          /^[uU]/.test(code) && code.length > 1
            ? String.fromCodePoint(Math.min(Number.parseInt(code.slice(1), 16), 0x10ffff))
            : (escapes[code] ?? whole),
        )
        .replaceAll('$${', '${')
        .replaceAll('%%{', '%{')
    : text;
