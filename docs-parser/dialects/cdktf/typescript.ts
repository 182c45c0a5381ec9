import type { Syntax } from '../syntax.ts';
import type { FrontEnd } from './front-end.ts';
import { assignment, codeChildren, numberLiteral, signed, sum, unescapeText, unknown } from './front-end.ts';
import type { Code, Entry } from './program.ts';
import { dottedPath, literal, text } from './program.ts';

/** CDKTF in TypeScript, and in JavaScript. */
export const typescript: FrontEnd = {
  statements: (node) => {
    switch (node.type) {
      case 'variable_declarator':
      case 'assignment_expression':
        return assignment(node, read);
      case 'new_expression':
      case 'call_expression':
        return [{ variable: null, value: read(node), span: node }];
      default:
        return undefined;
    }
  },
  imports: (node) => {
    if (node.type !== 'import_statement') return undefined;
    const source = node.child('source');
    const path = source === undefined ? [] : source.text.slice(1, -1).split('/');
    return namesIn(node).map(([own, name]) => ({ path: own === null ? path : [...path, own], name }));
  },
};

/** What an import names: its own name, or null for the whole module, and the name in the program. */
const namesIn = (node: Syntax): [own: string | null, name: string][] =>
  node.children.flatMap((child): [string | null, string][] => {
    if (child.type === 'namespace_import') return [[null, child.children[0]?.text ?? '']];
    if (child.type !== 'import_specifier') return namesIn(child);
    const own = child.child('name')?.text ?? '';
    return [[own, child.child('alias')?.text ?? own]];
  });

const read = (node: Syntax): Code => {
  switch (node.type) {
    case 'string':
      return literal(unescapeText(node.text.slice(1, -1)));
    case 'template_string':
      return templateOf(node);
    case 'number':
      return numberLiteral(node.text);
    case 'true':
    case 'false':
      return literal(node.type === 'true');
    case 'null':
    case 'undefined':
      return literal(null);
    case 'array':
      return { kind: 'list', items: codeChildren(node).map(read) };
    case 'object':
      return { kind: 'object', entries: codeChildren(node).flatMap(entryOf) };
    case 'as_expression':
    case 'satisfies_expression':
    case 'non_null_expression':
    case 'parenthesized_expression':
    case 'await_expression': {
      const [inner] = codeChildren(node);
      return inner === undefined ? unknown(node) : read(inner);
    }
    case 'binary_expression': {
      const [left, right] = [node.child('left'), node.child('right')];
      if (left === undefined || right === undefined) return unknown(node);
      return sum(node.between(left.end, right.start).trim(), read(left), read(right), node);
    }
    case 'unary_expression': {
      const operand = node.child('argument');
      return operand === undefined ? unknown(node) : signed(node.text.charAt(0), read(operand), node);
    }
    case 'identifier':
    case 'this':
      return { kind: 'name', name: node.text };
    case 'member_expression': {
      const [target, name] = [node.child('object'), node.child('property')];
      if (target === undefined || name === undefined) return unknown(node);
      return { kind: 'member', target: read(target), name: name.text };
    }
    case 'subscript_expression': {
      const [target, key] = [node.child('object'), node.child('index')];
      return target === undefined || key === undefined
        ? unknown(node)
        : { kind: 'index', target: read(target), key: read(key) };
    }
    case 'new_expression':
      return constructOf(node);
    case 'call_expression':
      return callOf(node);
    default:
      return unknown(node);
  }
};

const templateOf = (node: Syntax): Code => {
  const parts: Code[] = [];
  let at = node.start + 1;
  const addText = (end: number): void => {
    if (end > at) parts.push(literal(unescapeText(node.between(at, end))));
  };
  for (const part of node.all('template_substitution')) {
    addText(part.start);
    const [inner] = codeChildren(part);
    parts.push(inner === undefined ? unknown(part) : read(inner));
    at = part.end;
  }
  addText(node.end - 1);
  return text(parts);
};

const entryOf = (node: Syntax): Entry[] => {
  if (node.type === 'shorthand_property_identifier')
    return [{ key: node.text, value: { kind: 'name', name: node.text }, span: node }];
  const [key, value] = [node.child('key'), node.child('value')];
  if (node.type !== 'pair' || key === undefined || value === undefined) return [];
  return [
    {
      key: key.type === 'string' ? unescapeText(key.text.slice(1, -1)) : key.text,
      value: read(value),
      span: node,
    },
  ];
};

const argumentsOf = (node: Syntax): Code[] => {
  const list = node.child('arguments');
  return list === undefined ? [] : codeChildren(list).map(read);
};

const constructOf = (node: Syntax): Code => {
  const constructor = node.child('constructor');
  const path = constructor === undefined ? undefined : dottedPath(read(constructor));
  if (path === undefined) return unknown(node);
  const given = argumentsOf(node);
  const config = given.find((argument) => argument.kind === 'object');
  return {
    kind: 'construct',
    path,
    arguments: given.filter((argument) => argument.kind !== 'object'),
    entries: config?.kind === 'object' ? config.entries : [],
  };
};

const callOf = (node: Syntax): Code => {
  const callee = node.child('function');
  const target = callee === undefined ? undefined : read(callee);
  const given = argumentsOf(node);
  if (target?.kind === 'member')
    return { kind: 'call', target: target.target, name: target.name, arguments: given };
  return target?.kind === 'name'
    ? { kind: 'call', target: null, name: target.name, arguments: given }
    : unknown(node);
};
