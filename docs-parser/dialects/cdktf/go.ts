import type { Syntax } from '../syntax.ts';
import type { FrontEnd } from './front-end.ts';
import { codeChildren, numberLiteral, signed, sum, unescapeText, unknown } from './front-end.ts';
import type { Code, Entry } from './program.ts';
import { dottedPath, literal } from './program.ts';

/** CDKTF in Go: the converter's rendering (maps, `Token_asString`) and what its users write (structs). */
export const go: FrontEnd = {
  statements: (node) => {
    switch (node.type) {
      case 'short_var_declaration':
      case 'assignment_statement':
        return assignment(node, node.child('left'), node.child('right'));
      case 'var_spec':
        return assignment(node, node.child('name'), node.child('value'));
      case 'call_expression':
        return [{ variable: null, value: read(node), span: node }];
      default:
        return undefined;
    }
  },
  imports: (node) => {
    if (node.type !== 'import_spec') return undefined;
    const path = (node.child('path')?.text ?? '').slice(1, -1).split('/');
    // Who publishes the provider can stand before it: `generated/hashicorp/random/password`.
    const root = path.indexOf('generated');
    return [
      {
        path: root === -1 ? path : ['generated', ...path.slice(Math.max(root + 1, path.length - 2))],
        name: null,
      },
    ];
  },
};

const assignment = (
  node: Syntax,
  left: Syntax | undefined,
  right: Syntax | undefined,
): ReturnType<FrontEnd['statements']> => {
  const name = left?.type === 'expression_list' ? left.children[0] : left;
  const value = right?.type === 'expression_list' ? right.children[0] : right;
  if (name?.type !== 'identifier' || value === undefined) return undefined;
  return [{ variable: name.text, value: read(value), span: node }];
};

const read = (node: Syntax): Code => {
  switch (node.type) {
    case 'interpreted_string_literal':
      return literal(unescapeText(node.text.slice(1, -1)));
    case 'raw_string_literal':
      return literal(node.text.slice(1, -1));
    case 'int_literal':
    case 'float_literal':
      return numberLiteral(node.text);
    case 'true':
    case 'false':
      return literal(node.type === 'true');
    case 'nil':
      return literal(null);
    case 'literal_element':
    case 'parenthesized_expression': {
      const [inner] = codeChildren(node);
      return inner === undefined ? unknown(node) : read(inner);
    }
    case 'composite_literal':
      return compositeOf(node);
    case 'literal_value':
      return bodyOf(node, false);
    case 'binary_expression': {
      const [left, right] = [node.child('left'), node.child('right')];
      if (left === undefined || right === undefined) return unknown(node);
      return sum(node.between(left.end, right.start).trim(), read(left), read(right), node);
    }
    case 'unary_expression': {
      const operand = node.child('operand');
      if (operand === undefined) return unknown(node);
      const operator = node.text.charAt(0);
      // An address, or what stands at one: the same value to CDKTF.
      return operator === '&' || operator === '*' ? read(operand) : signed(operator, read(operand), node);
    }
    case 'identifier':
      return { kind: 'name', name: node.text };
    case 'selector_expression': {
      const [target, name] = [node.child('operand'), node.child('field')];
      if (target === undefined || name === undefined) return unknown(node);
      return { kind: 'member', target: read(target), name: name.text };
    }
    case 'index_expression': {
      const [target, key] = [node.child('operand'), node.child('index')];
      return target === undefined || key === undefined
        ? unknown(node)
        : { kind: 'index', target: read(target), key: read(key) };
    }
    case 'call_expression':
      return callOf(node);
    default:
      return unknown(node);
  }
};

const compositeOf = (node: Syntax): Code => {
  const [type, body] = [node.child('type'), node.child('body')];
  const isList =
    type?.type === 'slice_type' || type?.type === 'array_type' || /^implicit/.test(type?.type ?? '');
  return body === undefined ? unknown(node) : bodyOf(body, isList);
};

const bodyOf = (body: Syntax, isList: boolean): Code => {
  const elements = codeChildren(body);
  const keyed = elements.filter(({ type }) => type === 'keyed_element');
  if (isList || (keyed.length === 0 && elements.length > 0))
    return { kind: 'list', items: elements.map(read) };
  return { kind: 'object', entries: keyed.flatMap(entryOf) };
};

const entryOf = (node: Syntax): Entry[] => {
  const [key, value] = [node.child('key'), node.child('value')];
  if (key === undefined || value === undefined) return [];
  const keyCode = read(key);
  const name = keyCode.kind === 'literal' ? String(keyCode.value) : key.text;
  return [{ key: name, value: read(value), span: node }];
};

const callOf = (node: Syntax): Code => {
  const [callee, list] = [node.child('function'), node.child('arguments')];
  const given = list === undefined ? [] : codeChildren(list).map(read);
  const target = callee === undefined ? undefined : read(callee);
  const path = target === undefined ? undefined : dottedPath(target);
  const name = path?.at(-1);
  if (target === undefined || name === undefined) {
    if (target?.kind !== 'member') return unknown(node);
    return given.length === 0
      ? target
      : { kind: 'call', target: target.target, name: target.name, arguments: given };
  }
  if (path?.[0] === 'jsii') return wrapped(name, given, node);
  const className = /^New([A-Z]\w*)$/.exec(name)?.[1];
  if (className !== undefined) {
    const config = given.find((argument) => argument.kind === 'object');
    return {
      kind: 'construct',
      path: [...(path ?? []).slice(0, -1), className],
      arguments: given.filter((argument) => argument.kind !== 'object'),
      entries: config?.kind === 'object' ? config.entries : [],
    };
  }
  // A class's own function is `Token_asString` in Go.
  const [, owner, method] = /^([A-Za-z]+)_(\w+)$/.exec(name) ?? [];
  if (owner !== undefined && method !== undefined)
    return { kind: 'call', target: { kind: 'name', name: owner }, name: method, arguments: given };
  if (target.kind !== 'member') return { kind: 'call', target: null, name, arguments: given };
  // Properties are functions in Go: `vpc.Id()`.
  return given.length === 0
    ? target
    : { kind: 'call', target: target.target, name: target.name, arguments: given };
};

/** `jsii.String("x")`, `jsii.Strings("a", "b")`: pointers to what they are given. */
const wrapped = (name: string, given: readonly Code[], node: Syntax): Code => {
  if (/^(?:Strings|Numbers|Bools)$/.test(name)) return { kind: 'list', items: given };
  return given[0] ?? unknown(node);
};
