import type { Syntax } from '../syntax.ts';
import type { FrontEnd } from './front-end.ts';
import { codeChildren, numberLiteral, signed, sum, unescapeText, unknown } from './front-end.ts';
import type { Code, Entry } from './program.ts';
import { dottedPath, literal, text } from './program.ts';

/** CDKTF in C#. */
export const csharp: FrontEnd = {
  statements: (node) => {
    switch (node.type) {
      case 'variable_declarator': {
        const [name, value] = [node.child('name'), node.children.find(({ field }) => field === null)];
        return name === undefined || value === undefined
          ? undefined
          : [{ variable: name.text, value: read(value), span: node }];
      }
      case 'assignment_expression': {
        const [left, right] = [node.child('left'), node.child('right')];
        return left?.type !== 'identifier' || right === undefined
          ? undefined
          : [{ variable: left.text, value: read(right), span: node }];
      }
      case 'object_creation_expression':
      case 'invocation_expression':
        return [{ variable: null, value: read(node), span: node }];
      default:
        return undefined;
    }
  },
  imports: (node) => {
    if (node.type !== 'using_directive') return undefined;
    const name = codeChildren(node).at(-1);
    return [{ path: name?.text.split('.').map((part) => part.trim()) ?? [], name: null }];
  },
};

const read = (node: Syntax): Code => {
  switch (node.type) {
    case 'string_literal':
      return literal(unescapeText(node.text.slice(1, -1)));
    case 'verbatim_string_literal':
      return literal(node.text.slice(2, -1).replaceAll('""', '"'));
    case 'raw_string_literal':
      return literal(node.text.replace(/^"{3,}/, '').replace(/"{3,}$/, ''));
    case 'interpolated_string_expression':
      return interpolated(node);
    case 'integer_literal':
    case 'real_literal':
      return numberLiteral(node.text);
    case 'boolean_literal':
      return literal(node.text === 'true');
    case 'null_literal':
      return literal(null);
    case 'argument':
    case 'parenthesized_expression':
    case 'cast_expression': {
      const inner = codeChildren(node).at(-1);
      return inner === undefined ? unknown(node) : read(inner);
    }
    case 'implicit_array_creation_expression':
    case 'array_creation_expression': {
      const items = node.all('initializer_expression')[0];
      return { kind: 'list', items: items === undefined ? [] : codeChildren(items).map(read) };
    }
    case 'collection_expression':
      return { kind: 'list', items: codeChildren(node).map((item) => read(codeChildren(item)[0] ?? item)) };
    case 'initializer_expression':
      return { kind: 'object', entries: entriesOf(node) };
    case 'binary_expression': {
      const [left, right] = [node.child('left'), node.child('right')];
      if (left === undefined || right === undefined) return unknown(node);
      return sum(node.between(left.end, right.start).trim(), read(left), read(right), node);
    }
    case 'prefix_unary_expression': {
      const [operand] = codeChildren(node);
      return operand === undefined ? unknown(node) : signed(node.text.charAt(0), read(operand), node);
    }
    case 'identifier':
    case 'this':
    case 'this_expression':
      return { kind: 'name', name: node.text };
    case 'qualified_name':
    case 'member_access_expression': {
      const target = node.child('expression') ?? node.child('qualifier');
      const name = node.child('name');
      if (target === undefined || name === undefined) return unknown(node);
      return { kind: 'member', target: read(target), name: name.text };
    }
    case 'element_access_expression': {
      const [target, keys] = [node.child('expression'), node.child('subscript')];
      const key = keys === undefined ? undefined : codeChildren(keys)[0];
      return target === undefined || key === undefined
        ? unknown(node)
        : { kind: 'index', target: read(target), key: read(key) };
    }
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return newOf(node);
    case 'invocation_expression':
      return callOf(node);
    default:
      return unknown(node);
  }
};

const interpolated = (node: Syntax): Code => {
  const isVerbatim = /^(?:\$@|@\$)/.test(node.text);
  return text(
    node.children.flatMap((part): Code[] => {
      if (part.type === 'interpolation') {
        const inner = part.children.find(({ type }) => type !== 'interpolation_brace');
        return inner === undefined ? [] : [read(inner)];
      }
      if (part.type !== 'string_content' && part.type !== 'escape_sequence') return [];
      const written = part.text.replaceAll('{{', '{').replaceAll('}}', '}');
      return [literal(isVerbatim ? written.replaceAll('""', '"') : unescapeText(written))];
    }),
  );
};

/** `A = 1`, `["a"] = 1` and `{ "a", 1 }` in an initializer. */
const entriesOf = (node: Syntax): Entry[] =>
  codeChildren(node).flatMap((child): Entry[] => {
    if (child.type === 'initializer_expression') {
      const [key, value] = codeChildren(child);
      return key === undefined || value === undefined
        ? []
        : [{ key: keyOf(key), isOwn: true, value: read(value), span: child }];
    }
    const [left, right] = [child.child('left'), child.child('right')];
    return left === undefined || right === undefined
      ? []
      : [
          {
            key: keyOf(left),
            isOwn: left.type === 'element_binding_expression',
            value: read(right),
            span: child,
          },
        ];
  });

const keyOf = (node: Syntax): string => {
  const inner = node.type === 'element_binding_expression' ? codeChildren(node)[0] : node;
  const key = inner === undefined ? undefined : read(inner);
  return key?.kind === 'literal' ? String(key.value) : node.text;
};

const newOf = (node: Syntax): Code => {
  const type = node.child('type');
  const path = type === undefined ? undefined : dottedPath(read(type));
  const initializer = node.child('initializer');
  const own = initializer === undefined ? [] : entriesOf(initializer);
  const list = node.child('arguments');
  const given = list === undefined ? [] : codeChildren(list).map(read);
  // `new Struct { … }`, `new VpcConfig { … }`, `new Dictionary<string, object> { … }`
  if (given.length === 0 || path === undefined) {
    const isList = /^List\b/.test(type?.text ?? '');
    return isList && initializer !== undefined
      ? { kind: 'list', items: codeChildren(initializer).map(read) }
      : { kind: 'object', entries: own };
  }
  const config = given.find((argument) => argument.kind === 'object');
  return {
    kind: 'construct',
    path,
    arguments: given.filter((argument) => argument.kind !== 'object'),
    entries: config?.kind === 'object' ? config.entries : own,
  };
};

const callOf = (node: Syntax): Code => {
  const [callee, list] = [node.child('function'), node.child('arguments')];
  const target = callee === undefined ? undefined : read(callee);
  const given = list === undefined ? [] : codeChildren(list).map(read);
  if (target?.kind === 'member')
    return { kind: 'call', target: target.target, name: target.name, arguments: given };
  return target?.kind === 'name'
    ? { kind: 'call', target: null, name: target.name, arguments: given }
    : unknown(node);
};
