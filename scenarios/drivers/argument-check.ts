/** What Terraform checks of a configuration before it calls any API. */
import { isObject } from '../bindings/argument-values.ts';
import type { ArgumentFacts, Arguments, Binding } from '../bindings/binding.ts';
import type { Value } from '../scenario.ts';
import type { Refusal } from './refusal.ts';

export type CheckedArguments =
  { readonly ok: true; readonly values: Arguments } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Checks names, required arguments, types and allowed values, and gives the arguments as their types, with
 * the provider's defaults.
 */
export const checkArguments = (binding: Binding, given: Arguments): CheckedArguments => {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue;
    const facts = Object.hasOwn(binding.arguments, name) ? binding.arguments[name] : undefined;
    if (facts === undefined) {
      return refuse('unknown-argument', `${binding.type} has no argument "${name}"`);
    }
    const converted = convert(value, facts);
    const fault = converted === undefined ? `must be a ${facts.type}` : faultOf(converted, facts);
    if (converted === undefined || fault !== null) {
      return refuse(
        'invalid-value',
        `${binding.type}: "${name}" ${fault ?? ''}, not ${JSON.stringify(value)}`,
      );
    }
    values[name] = converted;
  }
  const missing = Object.entries(binding.arguments).find(
    ([name, { required }]) => required === true && values[name] === undefined,
  );
  if (missing !== undefined) {
    return refuse('missing-argument', `${binding.type}: the argument "${missing[0]}" is required`);
  }
  const broken = brokenRule(binding, values);
  if (broken !== undefined) return broken;
  return { ok: true, values: { ...defaultsOf(binding), ...values } };
};

const refuse = (kind: Refusal['kind'], message: string): CheckedArguments & { ok: false } => ({
  ok: false,
  refusal: { kind, code: 'InvalidConfiguration', message },
});

/** The value as the argument's type, by Terraform's own conversions; undefined if there is none. */
const convert = (value: Value, { type, members = {} }: ArgumentFacts): Value | undefined => {
  switch (type) {
    case 'string':
      return typeof value === 'object' ? undefined : String(value);
    case 'number':
      if (typeof value === 'number') return value;
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
        ? Number(value)
        : undefined;
    case 'bool':
      if (typeof value === 'boolean') return value;
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'list':
      return Array.isArray(value)
        ? value.map((item) => (typeof item === 'number' ? String(item) : item))
        : undefined;
    case 'map':
      return typeof value === 'object' && !Array.isArray(value) ? value : undefined;
    case 'blocks':
      if (typeof value !== 'object') return undefined;
      return (Array.isArray(value) ? value : [value]).map((block) => convertMembers(block, members));
  }
};

/** A member that cannot be converted, or that the facts do not know, is left to the API. */
const convertMembers = (block: Value, members: Readonly<Record<string, ArgumentFacts>>): Value =>
  isObject(block)
    ? Object.fromEntries(
        Object.entries(block).map(([name, value]) => {
          const facts = Object.hasOwn(members, name) ? members[name] : undefined;
          return [name, facts === undefined || value === null ? value : (convert(value, facts) ?? value)];
        }),
      )
    : block;

const inWords = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What is wrong with a value of the right type; null if nothing is. Lists and blocks have no such limits. */
const faultOf = (value: Value, { allowed, pattern, range }: ArgumentFacts): string | null => {
  if (typeof value === 'object') return null;
  // Of a list and a range the provider takes either: `validation.Any(IntBetween(1, 9), IntInSlice(12, 24))`.
  const isWithin = range !== undefined && typeof value === 'number' && value >= range[0] && value <= range[1];
  if (allowed !== undefined && (isWithin || (range !== undefined && allowed.includes(value)))) return null;
  if (allowed !== undefined && !allowed.includes(value))
    return `must be one of ${allowed.map(inWords).join(', ')}`;
  if (pattern !== undefined && !pattern.test(String(value))) return `must match ${pattern.source}`;
  if (range !== undefined) {
    const [least, most] = range;
    const size = typeof value === 'number' ? value : String(value).length;
    const unit = typeof value === 'number' ? '' : ' characters';
    if (size < least || size > most) return `must be from ${least} to ${most}${unit}`;
  }
  return null;
};

const brokenRule = (
  { type, rules = {} }: Binding,
  values: Arguments,
): (CheckedArguments & { ok: false }) | undefined => {
  const setOf = (names: readonly string[]): string[] => names.filter((name) => values[name] !== undefined);
  for (const names of [...(rules.exactlyOneOf ?? []), ...(rules.atLeastOneOf ?? [])]) {
    if (setOf(names).length === 0)
      return refuse('missing-argument', `${type} needs one of ${names.join(', ')}`);
  }
  for (const names of [...(rules.exactlyOneOf ?? []), ...(rules.conflicting ?? [])]) {
    const set = setOf(names);
    if (set.length > 1) return refuse('invalid-value', `${type}: ${set.join(' and ')} exclude each other`);
  }
  return undefined;
};

/** What the provider takes where the configuration is silent. */
export const defaultsOf = (binding: Binding): Arguments =>
  Object.fromEntries(
    Object.entries(binding.arguments).flatMap(([name, facts]) =>
      facts.default === undefined ? [] : [[name, facts.default]],
    ),
  );
