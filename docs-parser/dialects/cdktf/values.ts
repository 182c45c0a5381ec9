import type { Position } from '../../position.ts';
import type { Expression } from '../../resource-graph.ts';
import { dynamicBlock } from '../blocks.ts';
import { withPath } from '../hcl-expression.ts';
import type { Scope } from '../hcl-expression.ts';
import type { CodeParser } from '../tree-sitter.ts';
import type { Construct, Variables } from './constructs.ts';
import { functionCall, operatorCall, pathKey } from './functions.ts';
import type { TerraformNames } from './names.ts';
import type { Code, Entry } from './program.ts';
import { readText } from './template.ts';

/** What a variable of the program holds. */
export type Bound =
  | { readonly kind: 'construct'; readonly construct: Construct }
  | { readonly kind: 'iterator'; readonly over: Code }
  | { readonly kind: 'count'; readonly of: Code }
  /** Any other value: the converter makes a plain variable of a local. */
  | { readonly kind: 'value'; readonly name: string };

export interface Context {
  readonly bound: Variables;
  readonly names: TerraformNames;
  readonly hcl: CodeParser;
  /** The dynamic block whose content is read, with the variable of its iterator. */
  readonly dynamic: { readonly block: string; readonly iterator: string } | null;
  /** Names in HCL texts that are iterators of dynamic blocks. */
  readonly scope: Scope;
  /** Called with the name of a variable that the program does not declare. */
  readonly undeclared: (name: string) => void;
}

/** What is known at a place on the page: what the program does not declare is reported there. */
export type ContextAt = (position: Position) => Context;

/** A value as HCL would have it: keys of objects as they are. */
export const readValue = (code: Code, context: Context): Expression => {
  const read = (inner: Code): Expression => readValue(inner, context);
  switch (code.kind) {
    case 'literal':
      return typeof code.value === 'string'
        ? readText([code.value], context.hcl, context.scope)
        : { kind: 'literal', value: code.value };
    case 'text':
      return readText(
        code.parts.map((part) => (part.kind === 'literal' ? String(part.value) : read(part))),
        context.hcl,
        context.scope,
      );
    case 'list':
      return { kind: 'list', items: code.items.map(read) };
    case 'object':
      return {
        kind: 'object',
        entries: code.entries.map(({ key, value }) => ({ key, value: read(value) })),
      };
    case 'name':
      return boundValue(code.name, context);
    case 'member':
      return memberOf(code.target, code.name, context);
    case 'index': {
      return withPath(read(code.target), [pathKey(read(code.key))]);
    }
    case 'call':
      return callOf(code.target, code.name, code.arguments, context);
    case 'construct':
      return { kind: 'unknown', source: code.path.join('.') };
    case 'unknown':
      return code;
  }
};

/**
 * The value of an argument: what is an object there is a nested block, whose keys are arguments again, or a
 * map, whose keys are the user's. Nested blocks are lists, as in HCL.
 */
export const readArgument = (name: string, code: Code, context: Context): Expression => {
  if (context.names.isMap(name)) return readValue(code, context);
  switch (code.kind) {
    case 'object':
      return isMapLike(code.entries)
        ? readValue(code, context)
        : { kind: 'list', items: [readBlock(code.entries, context)] };
    case 'list':
      return {
        kind: 'list',
        items: code.items.map((item) =>
          item.kind === 'object' && !isMapLike(item.entries)
            ? readBlock(item.entries, context)
            : readValue(item, context),
        ),
      };
    case 'call': {
      const bound = code.target?.kind === 'name' ? context.bound.get(code.target.name) : undefined;
      const [content] = code.arguments;
      return bound?.kind === 'iterator' && isCalled(code.name, 'dynamic') && content?.kind === 'object'
        ? readDynamic(
            name,
            code.target?.kind === 'name' ? code.target.name : '',
            bound.over,
            content.entries,
            context,
          )
        : readValue(code, context);
    }
    default:
      return readValue(code, context);
  }
};

/** Keys that no argument can have: `my-key`, `a.b`, or a dictionary's. C# writes every key with a capital. */
const isMapLike = (entries: readonly Entry[]): boolean =>
  entries.some(({ key, isOwn }) => isOwn === true || !/^\w+$/.test(key));

const readBlock = (entries: readonly Entry[], context: Context): Expression => ({
  kind: 'object',
  entries: entries.map(({ key, value }) => {
    const name = context.names.of(key);
    return { key: name, value: readArgument(name, value, context) };
  }),
});

/** `iterator.dynamic({ … })` beside an argument's name is a dynamic block of that name. */
const readDynamic = (
  block: string,
  iterator: string,
  over: Code,
  entries: readonly Entry[],
  context: Context,
): Expression => {
  const content = readBlock(entries, { ...context, dynamic: { block, iterator } });
  const item = dynamicBlock([
    { key: 'for_each', value: readValue(over, context) },
    { key: 'content', value: { kind: 'list', items: [content] } },
  ]);
  return { kind: 'list', items: [item] };
};

const reference = (
  root: 'var' | 'local' | 'each' | 'count' | 'dynamic' | 'self',
  name: string,
  path: (string | number)[] = [],
): Expression => ({ kind: 'reference', root, type: null, name, path });

const boundValue = (name: string, context: Context): Expression => {
  const bound = context.bound.get(name);
  switch (bound?.kind) {
    case 'construct':
      return referenceTo(bound.construct, name);
    case 'iterator':
      return readValue(bound.over, context);
    case 'count':
      return readValue(bound.of, context);
    case 'value':
      return reference('local', bound.name);
    case undefined:
      if (/^[a-z]/i.test(name) && name !== 'this' && name !== 'self') context.undeclared(name);
      return { kind: 'unknown', source: name };
  }
};

const referenceTo = ({ kind, type, name, alias }: Construct, variable: string): Expression => {
  switch (kind) {
    case 'resource':
    case 'data':
      return { kind: 'reference', root: kind, type, name, path: [] };
    case 'variable':
      return reference('var', name);
    case 'local':
      return reference('local', name);
    case 'provider':
      return {
        kind: 'reference',
        root: 'provider',
        type: null,
        name: type,
        path: alias === null ? [] : [alias],
      };
    case 'output':
    case 'other':
      return { kind: 'unknown', source: variable };
  }
};

/** Accessors that give a construct's own value, whatever its type. */
const ownValue =
  /^(?:fqn|value|(?:string|number|boolean|list|number_?list|.*map)_?value|expression|as_?\w+)$/i;

const memberOf = (target: Code, name: string, context: Context): Expression => {
  const variable = target.kind === 'name' ? target.name : '';
  const bound = context.bound.get(variable);
  if (bound?.kind === 'iterator') {
    const { dynamic } = context;
    return dynamic?.iterator === variable
      ? reference('dynamic', dynamic.block, [context.names.of(name)])
      : reference('each', context.names.of(name));
  }
  if (bound?.kind === 'count') return reference('count', context.names.of(name));
  const value = readValue(target, context);
  if (value.kind === 'unknown') return { kind: 'unknown', source: `${value.source}.${name}` };
  const isOwn =
    bound?.kind === 'construct' &&
    (bound.construct.kind === 'variable' || bound.construct.kind === 'local'
      ? ownValue.test(name)
      : /^fqn$/i.test(name));
  return isOwn ? value : withPath(value, [context.names.of(name)]);
};

const isCalled = (name: string, wanted: string): boolean => name.replaceAll('_', '').toLowerCase() === wanted;

const callOf = (target: Code | null, name: string, given: readonly Code[], context: Context): Expression => {
  const args = (): Expression[] => given.map((argument) => readValue(argument, context));
  const [first] = given;
  const source = `${name}(…)`;
  if (target === null) {
    const [condition, whenTrue, whenFalse] = args();
    if (isCalled(name, 'conditional') && condition && whenTrue && whenFalse)
      return { kind: 'conditional', condition, whenTrue, whenFalse };
    return isCalled(name, 'propertyaccess') ? functionCall(name, args()) : { kind: 'unknown', source };
  }
  const owner = target.kind === 'name' || target.kind === 'member' ? target.name.toLowerCase() : '';
  if (target.kind !== 'name' || context.bound.get(target.name) === undefined) {
    switch (owner) {
      case 'token':
      case 'lazy':
        return first === undefined ? { kind: 'unknown', source } : readValue(first, context);
      case 'fn':
        return functionCall(name.replace(/_$/, ''), args());
      case 'op':
        return operatorCall(name, args()) ?? { kind: 'unknown', source };
      case 'cdktf':
        return callOf(null, name, given, context);
      case 'terraformself': {
        const [path] = args();
        return path?.kind === 'literal' ? selfPath(String(path.value)) : { kind: 'unknown', source };
      }
      default:
    }
  }
  return methodOf(target, name, args(), context) ?? { kind: 'unknown', source };
};

/** `TerraformSelf.getAny("network.0.ip")` */
const selfPath = (path: string): Expression => {
  const [name = '', ...rest] = path.split(/[.[\]]+/).filter((part) => part !== '');
  return reference(
    'self',
    name,
    rest.map((part) => pathKey({ kind: 'literal', value: part })),
  );
};

/** `x.get(0)`, `x.getStringAttribute("id")`, `iterator.getString("id")` go one step into a value. */
const methodOf = (
  target: Code,
  name: string,
  args: readonly Expression[],
  context: Context,
): Expression | undefined => {
  const [key] = args;
  const method = name.replaceAll('_', '').toLowerCase();
  if (key?.kind !== 'literal') return undefined;
  const isAccess =
    method === 'get' ||
    method === 'interpolationforattribute' ||
    /^get(?:any|string|number|boolean|list|numberlist|(?:any|string|number|boolean)?map)(?:attribute)?$/.test(
      method,
    );
  if (!isAccess) return undefined;
  const bound = target.kind === 'name' ? context.bound.get(target.name) : undefined;
  const value = bound?.kind === 'iterator' ? memberOf(target, 'value', context) : readValue(target, context);
  const path =
    typeof key.value === 'string'
      ? key.value.split('.').map((part) => pathKey({ kind: 'literal', value: part }))
      : [pathKey(key)];
  return withPath(value, path);
};
