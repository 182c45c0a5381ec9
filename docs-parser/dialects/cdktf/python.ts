import type { Syntax } from '../syntax.ts';
import type { FrontEnd } from './front-end.ts';
import { codeChildren, numberLiteral, signed, sum, unescapeText, unknown } from './front-end.ts';
import type { Code, Entry, Import } from './program.ts';
import { dottedPath, literal, plainText, text } from './program.ts';

/** CDKTF in Python. */
export const python: FrontEnd = {
  statements: (node) => {
    if (node.type === 'assignment') {
      const [left, right] = [node.child('left'), node.child('right')];
      if (left?.type !== 'identifier' || right === undefined) return undefined;
      return [{ variable: left.text, value: read(right), span: node }];
    }
    return node.type === 'call' ? [{ variable: null, value: read(node), span: node }] : undefined;
  },
  imports: (node) => {
    if (node.type !== 'import_from_statement' && node.type !== 'import_statement') return undefined;
    const module = node.child('module_name');
    const path = module === undefined ? [] : partsOf(module);
    return node.children
      .filter(({ field }) => field === 'name')
      .flatMap((name) => importOf(path, name, module !== undefined));
  },
};

const partsOf = (node: Syntax): string[] => node.text.split('.').filter((part) => part !== '');

const importOf = (module: readonly string[], name: Syntax, isFrom: boolean): Import[] => {
  const own = name.type === 'aliased_import' ? name.child('name') : name;
  if (own === undefined) return [];
  const parts = partsOf(own);
  const alias = name.child('alias')?.text ?? parts.at(-1) ?? '';
  // `from imports.alicloud.vpc import Vpc`, `import imports.alicloud as alicloud`
  return [isFrom ? { path: [...module, ...parts], name: alias } : { path: parts, name: alias }];
};

const read = (node: Syntax): Code => {
  switch (node.type) {
    case 'string':
      return stringOf(node);
    case 'concatenated_string':
      return text(codeChildren(node).map(read));
    case 'integer':
    case 'float':
      return numberLiteral(node.text);
    case 'true':
    case 'false':
      return literal(node.type === 'true');
    case 'none':
      return literal(null);
    case 'list':
    case 'tuple':
      return { kind: 'list', items: codeChildren(node).map(read) };
    case 'dictionary':
      return { kind: 'object', entries: node.all('pair').flatMap(pairOf) };
    case 'parenthesized_expression': {
      const [inner] = codeChildren(node);
      return inner === undefined ? unknown(node) : read(inner);
    }
    case 'binary_operator': {
      const [left, right] = [node.child('left'), node.child('right')];
      if (left === undefined || right === undefined) return unknown(node);
      return sum(node.between(left.end, right.start).trim(), read(left), read(right), node);
    }
    case 'unary_operator': {
      const operand = node.child('argument');
      return operand === undefined ? unknown(node) : signed(node.text.charAt(0), read(operand), node);
    }
    case 'identifier':
      return { kind: 'name', name: node.text };
    case 'attribute': {
      const [target, name] = [node.child('object'), node.child('attribute')];
      if (target === undefined || name === undefined) return unknown(node);
      return { kind: 'member', target: read(target), name: name.text };
    }
    case 'subscript': {
      const [target, key] = [node.child('value'), node.child('subscript')];
      return target === undefined || key === undefined
        ? unknown(node)
        : { kind: 'index', target: read(target), key: read(key) };
    }
    case 'call':
      return callOf(node);
    default:
      return unknown(node);
  }
};

const stringOf = (node: Syntax): Code => {
  const [start] = node.children;
  const isRaw = /^\w*r/i.test(start?.text ?? '');
  return text(
    node.children.flatMap((part): Code[] => {
      if (part.type === 'string_content') return [literal(isRaw ? part.text : unescapeText(part.text))];
      const inner = part.type === 'interpolation' ? part.child('expression') : undefined;
      return inner === undefined ? [] : [read(inner)];
    }),
  );
};

const pairOf = (pair: Syntax): Entry[] => {
  const [key, value] = [pair.child('key'), pair.child('value')];
  if (key === undefined || value === undefined) return [];
  return [{ key: keyText(read(key), key), value: read(value), span: pair }];
};

const keyText = (key: Code, node: Syntax): string => plainText(key) ?? node.text;

const keywordOf = (argument: Syntax): Entry[] => {
  const [name, value] = [argument.child('name'), argument.child('value')];
  if (argument.type !== 'keyword_argument' || name === undefined || value === undefined) return [];
  // A trailing underscore keeps the name from being a word of Python's own.
  return [{ key: name.text.replace(/_$/, ''), value: read(value), span: argument }];
};

const callOf = (node: Syntax): Code => {
  const [callee, list] = [node.child('function'), node.child('arguments')];
  if (callee === undefined) return unknown(node);
  const given = list === undefined ? [] : codeChildren(list);
  const positional = given.filter(({ type }) => type !== 'keyword_argument').map(read);
  const entries = given.flatMap(keywordOf);
  const target = read(callee);
  const path = dottedPath(target);
  if (path !== undefined && /^[A-Z]/.test(path.at(-1) ?? '')) {
    // `InstanceDataDisks(size=20)` is a struct of the bindings, `Vpc(self, "default", …)` a construct.
    return positional.length === 0
      ? { kind: 'object', entries }
      : { kind: 'construct', path, arguments: positional, entries };
  }
  if (target.kind === 'member')
    return { kind: 'call', target: target.target, name: target.name, arguments: positional };
  return target.kind === 'name'
    ? { kind: 'call', target: null, name: target.name, arguments: positional }
    : unknown(node);
};
