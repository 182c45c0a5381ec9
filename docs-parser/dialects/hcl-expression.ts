import type { Node } from 'web-tree-sitter';
import type { Expression, ReferenceRoot } from '../resource-graph.ts';
import { childrenOf } from './tree-sitter.ts';

type Path = (string | number)[];

/** One HCL expression. */
export const readExpression = (node: Node): Expression =>
  readTerm(
    childrenOf(node).filter(({ type }) => type !== 'comment'),
    node.text,
  );

/** A term and what is reached for in it: `data.x.y.ids[0]` is a variable with three accessors behind it. */
const readTerm = (children: readonly Node[], source: string): Expression => {
  const [first] = children;
  if (first === undefined) return { kind: 'unknown', source };
  switch (first.type) {
    case 'expression':
      // In parentheses.
      return children.length === 1
        ? readExpression(first)
        : withPath(readExpression(first), pathOf(children.slice(1)));
    case 'variable_expr':
      return referenceOf(first.text, pathOf(children.slice(1)), source);
    case 'function_call':
      return withPath(callOf(first), pathOf(children.slice(1)));
    case 'collection_value':
      return withPath(collectionOf(first), pathOf(children.slice(1)));
    case 'literal_value':
      return literalOf(first);
    case 'template_expr':
      return templateOf(first);
    case 'conditional': {
      const [condition, whenTrue, whenFalse] = childrenOf(first).filter(({ type }) => type === 'expression');
      if (condition === undefined || whenTrue === undefined || whenFalse === undefined) break;
      return {
        kind: 'conditional',
        condition: readExpression(condition),
        whenTrue: readExpression(whenTrue),
        whenFalse: readExpression(whenFalse),
      };
    }
    case 'operation':
      return operationOf(first);
    case 'for_expr':
      return { kind: 'for', source: first.text };
    default:
  }
  return { kind: 'unknown', source };
};

const roots: ReadonlyMap<string, ReferenceRoot> = new Map([
  ['var', 'var'],
  ['local', 'local'],
  ['each', 'each'],
  ['count', 'count'],
  ['self', 'self'],
  ['path', 'path'],
  ['module', 'module'],
]);

/** `alicloud_vpc.default.id`, `data.alicloud_zones.default.zones[0].id`, `var.name` */
export const referenceOf = (head: string, path: Path, source: string): Expression => {
  const root = roots.get(head);
  const [first, second, ...rest] = path;
  if (root !== undefined && typeof first === 'string') {
    return {
      kind: 'reference',
      root,
      type: null,
      name: first,
      path: path.slice(1),
    };
  }
  if (head === 'data' && typeof first === 'string' && typeof second === 'string') {
    return {
      kind: 'reference',
      root: 'data',
      type: first,
      name: second,
      path: rest,
    };
  }
  if (root === undefined && head !== 'data' && typeof first === 'string') {
    return {
      kind: 'reference',
      root: 'resource',
      type: head,
      name: first,
      path: path.slice(1),
    };
  }
  return { kind: 'unknown', source };
};

const withPath = (target: Expression, path: Path): Expression =>
  path.length === 0 ? target : { kind: 'access', target, path };

/** `.name`, `[0]`, `["key"]`, `.0`, `.*`, `[*]` one after the other. */
const pathOf = (nodes: readonly Node[]): Path =>
  nodes.flatMap((node): Path => {
    const [first] = childrenOf(node);
    switch (node.type) {
      case 'get_attr':
        return [first?.text ?? node.text.slice(1)];
      case 'index': {
        if (first?.type === 'legacy_index') return [Number(first.text.slice(1))];
        const key = first === undefined ? undefined : childrenOf(first)[0];
        const value = key === undefined ? undefined : readExpression(key);
        if (
          value?.kind === 'literal' &&
          (typeof value.value === 'string' || typeof value.value === 'number')
        ) {
          return [value.value];
        }
        return [node.text.slice(1, -1)];
      }
      case 'splat':
        return ['*', ...pathOf(childrenOf(first ?? node))];
      default:
        return [];
    }
  });

const callOf = (node: Node): Expression => {
  const [name, given] = childrenOf(node);
  const args = given === undefined ? [] : childrenOf(given).filter(({ type }) => type === 'expression');
  return {
    kind: 'call',
    function: name?.text ?? '',
    arguments: args.map(readExpression),
  };
};

const collectionOf = (node: Node): Expression => {
  const [collection] = childrenOf(node);
  if (collection?.type === 'tuple') {
    return {
      kind: 'list',
      items: childrenOf(collection)
        .filter(({ type }) => type === 'expression')
        .map(readExpression),
    };
  }
  if (collection?.type === 'object') {
    const entries = childrenOf(collection)
      .filter(({ type }) => type === 'object_elem')
      .flatMap((element) => {
        const [key, value] = childrenOf(element).filter(({ type }) => type === 'expression');
        return key === undefined || value === undefined
          ? []
          : [{ key: keyOf(key), value: readExpression(value) }];
      });
    return { kind: 'object', entries };
  }
  return { kind: 'unknown', source: node.text };
};

const keyOf = (node: Node): string => {
  const value = /^[\w-]+$/.test(node.text) ? undefined : readExpression(node);
  return value?.kind === 'literal' ? String(value.value) : node.text;
};

const literalOf = (node: Node): Expression => {
  const [literal] = childrenOf(node);
  switch (literal?.type) {
    case 'numeric_lit':
      return { kind: 'literal', value: Number(literal.text) };
    case 'bool_lit':
      return { kind: 'literal', value: literal.text === 'true' };
    case 'null_lit':
      return { kind: 'literal', value: null };
    case 'string_lit':
      return {
        kind: 'literal',
        value: unescapeString(literal.text.slice(1, -1)),
      };
    default:
      return { kind: 'unknown', source: node.text };
  }
};

const templateOf = (node: Node): Expression => {
  const [template] = childrenOf(node);
  if (template === undefined) return { kind: 'unknown', source: node.text };
  const isHeredoc = template.type === 'heredoc_template';
  const parts: Expression[] = [];
  for (const part of childrenOf(template)) {
    if (part.type === 'template_literal') {
      parts.push({
        kind: 'literal',
        value: isHeredoc ? part.text : unescapeString(part.text),
      });
    } else if (part.type === 'template_interpolation') {
      const inner = childrenOf(part).find(({ type }) => type === 'expression');
      parts.push(inner === undefined ? { kind: 'unknown', source: part.text } : readExpression(inner));
    } else if (part.type === 'template_directive') {
      parts.push({ kind: 'unknown', source: part.text });
    }
  }
  const joined = isHeredoc ? outdent(mergeTexts(parts), /^<<-/.test(template.text)) : mergeTexts(parts);
  const [only] = joined;
  if (only === undefined) return { kind: 'literal', value: '' };
  return joined.length === 1 ? only : { kind: 'template', parts: joined };
};

/** Neighbouring pieces of text as one. */
const mergeTexts = (parts: readonly Expression[]): Expression[] => {
  const merged: Expression[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === 'literal' && part.kind === 'literal') {
      merged[merged.length - 1] = {
        kind: 'literal',
        value: String(last.value) + String(part.value),
      };
    } else merged.push(part);
  }
  return merged;
};

/** `<<-` takes the common indentation of its lines away. */
const outdent = (parts: Expression[], isIndented: boolean): Expression[] => {
  if (!isIndented) return parts;
  const texts = parts.flatMap((part) => (part.kind === 'literal' ? String(part.value).split('\n') : []));
  const indents = texts
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents, 200);
  return parts.map((part) =>
    part.kind === 'literal'
      ? {
          kind: 'literal',
          value: String(part.value).replace(new RegExp(`^[ \\t]{0,${common}}`, 'gm'), ''),
        }
      : part,
  );
};

const operationOf = (node: Node): Expression => {
  const [inner] = childrenOf(node);
  const operation = inner ?? node;
  const operators: string[] = [];
  const terms: Node[][] = [[]];
  // The grammar puts a term's accessors beside it: what stands between two operators is one term.
  for (const child of operation.children) {
    if (child.isNamed) terms.at(-1)?.push(child);
    else {
      operators.push(child.text);
      terms.push([]);
    }
  }
  const operands = terms
    .filter((term) => term.length > 0)
    .map((term) => readTerm(term, term.map(({ text }) => text).join('')));
  const operator = operators[0] ?? '';
  const [only] = operands;
  if (
    operator === '-' &&
    operands.length === 1 &&
    only?.kind === 'literal' &&
    typeof only.value === 'number'
  ) {
    return { kind: 'literal', value: -only.value };
  }
  return { kind: 'operation', operator, operands };
};

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

const unescapeString = (text: string): string =>
  text
    .replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (whole, code: string) =>
      /^[uU]/.test(code) && code.length > 1
        ? String.fromCodePoint(Number.parseInt(code.slice(1), 16))
        : (escapes[code] ?? whole),
    )
    .replaceAll('$${', '${')
    .replaceAll('%%{', '%{');
