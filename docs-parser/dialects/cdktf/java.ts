import type { Syntax } from '../syntax.ts';
import type { FrontEnd } from './front-end.ts';
import { assignment, codeChildren, numberLiteral, signed, sum, unescapeText, unknown } from './front-end.ts';
import type { Code, Entry } from './program.ts';
import { dottedPath, literal } from './program.ts';

/** CDKTF in Java: `Vpc.Builder.create(this, "default").vpcName(…).build()`, `new Vpc(this, …)`. */
export const java: FrontEnd = {
  statements: (node) => {
    switch (node.type) {
      case 'variable_declarator':
      case 'assignment_expression':
        return assignment(node, read);
      case 'method_invocation':
      case 'object_creation_expression':
        return [{ variable: null, value: read(node), span: node }];
      default:
        return undefined;
    }
  },
  imports: (node) => {
    if (node.type !== 'import_declaration') return undefined;
    const [name] = codeChildren(node);
    const path = name?.text.split('.').map((part) => part.trim()) ?? [];
    const isWhole = node.all('asterisk').length > 0;
    return [{ path, name: isWhole ? null : (path.at(-1) ?? null) }];
  },
};

const read = (node: Syntax): Code => {
  switch (node.type) {
    case 'string_literal':
      return literal(stringText(node));
    case 'decimal_integer_literal':
    case 'decimal_floating_point_literal':
    case 'hex_integer_literal':
      return numberLiteral(node.text);
    case 'true':
    case 'false':
      return literal(node.type === 'true');
    case 'null_literal':
      return literal(null);
    case 'parenthesized_expression':
    case 'cast_expression': {
      const inner = codeChildren(node).at(-1);
      return inner === undefined ? unknown(node) : read(inner);
    }
    case 'array_initializer':
      return { kind: 'list', items: codeChildren(node).map(read) };
    case 'array_creation_expression': {
      const values = node.child('value');
      return values === undefined ? { kind: 'list', items: [] } : read(values);
    }
    case 'binary_expression': {
      const [left, right] = [node.child('left'), node.child('right')];
      if (left === undefined || right === undefined) return unknown(node);
      return sum(node.between(left.end, right.start).trim(), read(left), read(right), node);
    }
    case 'unary_expression': {
      const operand = node.child('operand');
      return operand === undefined ? unknown(node) : signed(node.text.charAt(0), read(operand), node);
    }
    case 'identifier':
    case 'this':
    case 'type_identifier':
      return { kind: 'name', name: node.text };
    case 'field_access': {
      const [target, name] = [node.child('object'), node.child('field')];
      if (target === undefined || name === undefined) return unknown(node);
      return { kind: 'member', target: read(target), name: name.text };
    }
    case 'object_creation_expression':
      return newOf(node);
    case 'method_invocation':
      return callOf(node);
    default:
      return unknown(node);
  }
};

/** `"…"`, or a text block between three quotes, whose common indentation is no text. */
const stringText = (node: Syntax): string => {
  const written = node.text;
  if (!written.startsWith('"""')) return unescapeText(written.slice(1, -1));
  const lines = written.slice(written.indexOf('\n') + 1, -3).split('\n');
  const indents = lines
    .filter((line, index) => line.trim() !== '' || index === lines.length - 1)
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  return unescapeText(lines.map((line) => line.slice(common)).join('\n'));
};

const argumentsOf = (node: Syntax): Code[] => {
  const list = node.child('arguments');
  return list === undefined ? [] : codeChildren(list).map(read);
};

/** `new Vpc(this, "default", VpcConfig.builder()….build())`, `new HashMap<>() {{ put("a", 1); }}` */
const newOf = (node: Syntax): Code => {
  const path = (node.child('type')?.text ?? '').replace(/<[\s\S]*$/, '').split('.');
  const body = node.all('class_body')[0];
  if (body !== undefined) return { kind: 'object', entries: putsIn(body) };
  const given = argumentsOf(node);
  const config = given.find((argument) => argument.kind === 'object');
  if (given.length === 0) return { kind: 'object', entries: [] };
  return {
    kind: 'construct',
    path,
    arguments: given.filter((argument) => argument.kind !== 'object'),
    entries: config?.kind === 'object' ? config.entries : [],
  };
};

const putsIn = (node: Syntax): Entry[] =>
  node.children.flatMap((child) => {
    if (child.type !== 'method_invocation' || child.child('name')?.text !== 'put') return putsIn(child);
    const [key, value] = argumentsOf(child);
    return key?.kind === 'literal' && value !== undefined
      ? [{ key: String(key.value), value, span: child }]
      : [];
  });

/** A call with those that it is chained to: the innermost first. */
interface Link {
  readonly name: string;
  readonly arguments: readonly Code[];
  readonly span: { readonly start: number; readonly end: number };
}

const callOf = (node: Syntax): Code => {
  const links: Link[] = [];
  let at: Syntax | undefined = node;
  while (at?.type === 'method_invocation') {
    const name: Syntax | undefined = at.child('name');
    const list: Syntax | undefined = at.child('arguments');
    links.unshift({
      name: name?.text ?? '',
      arguments: argumentsOf(at),
      span: { start: name?.start ?? at.start, end: list?.end ?? at.end },
    });
    at = at.child('object');
  }
  const target = at === undefined ? null : read(at);
  return built(target, links) ?? chained(target, links);
};

/** What a builder makes; undefined where the chain is none. */
const built = (target: Code | null, links: readonly Link[]): Code | undefined => {
  const [first, ...rest] = links;
  // `new VpcConfig().cidrBlock(…)`: the converter writes no builder for a configuration.
  if (target?.kind === 'object' && links.every(({ arguments: given }) => given.length === 1))
    return { kind: 'object', entries: [...target.entries, ...links.map(entryOf)] };
  const path = target === null ? undefined : dottedPath(target);
  if (path === undefined || first === undefined || rest.at(-1)?.name !== 'build') return undefined;
  const entries = rest.slice(0, -1).map(entryOf);
  if (first.name === 'create' && path.at(-1) === 'Builder')
    return { kind: 'construct', path: path.slice(0, -1), arguments: first.arguments, entries };
  return first.name === 'builder' ? { kind: 'object', entries } : undefined;
};

const entryOf = (link: Link): Entry => ({
  key: link.name,
  value: link.arguments[0] ?? literal(null),
  span: link.span,
});

const chained = (target: Code | null, links: readonly Link[]): Code => {
  let code = target;
  for (const { name, arguments: given } of links) {
    const property = given.length === 0 ? /^get([A-Z]\w*)$/.exec(name)?.[1] : undefined;
    code =
      property !== undefined && code !== null
        ? { kind: 'member', target: code, name: property }
        : (collectionOf(code, name, given) ?? { kind: 'call', target: code, name, arguments: given });
  }
  return code ?? { kind: 'unknown', source: '' };
};

/** `List.of(…)`, `Arrays.asList(…)`, `Map.of(k, v, …)`, `Map.ofEntries(Map.entry(k, v), …)`, `Collections.singletonMap(k, v)` */
const collectionOf = (target: Code | null, name: string, given: readonly Code[]): Code | undefined => {
  const owner = target?.kind === 'name' ? target.name : '';
  if (/^(?:List|Set)$/.test(owner) && name === 'of') return { kind: 'list', items: given };
  if (owner === 'Arrays' && name === 'asList') return { kind: 'list', items: given };
  if (owner === 'Collections' && name === 'singletonList') return { kind: 'list', items: given };
  const isPairs = owner === 'Map' || (owner === 'Collections' && name === 'singletonMap');
  if (!isPairs) return undefined;
  const nothing = { start: 0, end: 0 };
  if (name === 'entry') return { kind: 'list', items: given };
  const pairs =
    name === 'ofEntries'
      ? given.map((entry) => (entry.kind === 'list' ? entry.items : []))
      : Array.from({ length: Math.floor(given.length / 2) }, (_, at) => given.slice(2 * at, 2 * at + 2));
  return {
    kind: 'object',
    entries: pairs.flatMap(([key, value]) =>
      key?.kind === 'literal' && value !== undefined
        ? [{ key: String(key.value), value, span: nothing }]
        : [],
    ),
  };
};
