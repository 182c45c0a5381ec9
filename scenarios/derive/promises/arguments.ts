import type { Argument, PageSpec } from '../../../docs-parser/index.ts';
import type { Value } from '../../scenario.ts';
import { arranged, distinct } from '../arrange.ts';
import type { Context } from '../arrange.ts';
import { chosenValue } from '../chosen-value.ts';
import type { Chosen } from '../chosen-value.ts';
import type { Companions } from '../companions.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
import { isDiskSize, nestedValue, withMembers } from '../nested-value.ts';
import { needsOf, siblingsOf } from '../needs.ts';
import { changePromise } from './changes.ts';

/** What the Argument Reference of a resource promises of each argument. */
export const argumentPromises = (page: PageSpec, subject: Subject, companions: Companions): Draft[] =>
  page.arguments.flatMap((argument) => promisesOf(argument, { page, subject, companions }));

const promisesOf = (argument: Argument, context: Context): Draft[] => {
  const { page, subject, companions } = context;
  const { flags, path, constraints, name } = argument;
  const untried = untriedReason(argument);
  if (untried !== null) return [notTried(argument, untried)];
  if (path.length > 1) return [nestedReadBack(argument, context)];
  const isSet = name in subject.arguments;
  const chosen =
    (isSet ? null : nestedValue(argument, page, subject, companions)) ??
    chosenValue(argument, subject, companions);
  const drafts = [chosen === null ? notTried(argument, noValue) : readBack(argument, context, chosen)];
  if (flags.required && !flags.optional) drafts.push(requiredPromise(argument, subject));
  if (flags.optional && !flags.required && isSet) drafts.push(optionalPromise(argument, context));
  if (constraints.default !== null && !isSet) {
    drafts.push(defaultPromise(argument, constraints.default.value, context));
  }
  if (chosen !== null) drafts.push(changePromise(argument, context, chosen));
  return drafts;
};

export const noValue = 'the example does not set it, and the page states no value to try';

/** Why an argument is not tried at all; null where it is. */
export const untriedReason = (argument: Argument): string | null => {
  if (argument.flags.removed !== null) return 'the page says that it was removed';
  return asksForDryRun(argument) ? 'a dry run makes nothing, so that nothing can be read back' : null;
};

/** Whether the argument has the request only checked: what it is called wherever there is one, or its text says so. */
const asksForDryRun = ({ name, text }: Argument): boolean =>
  name === 'dry_run' || /\b(?:dry[- ]run|pre-?check)\b.{0,20}\brequest\b/i.test(text);

/** An argument of which nothing is tried. */
export const notTried = ({ path, position }: Argument, notChecked: string): Draft => ({
  id: `argument/${path.join('.')}/read-back`,
  kind: 'read-back',
  title: `\`${path.join('.')}\` is accepted and read back`,
  position,
  notChecked,
});

const readBack = (argument: Argument, context: Context, { value, given }: Chosen): Draft => {
  const { subject } = context;
  const made = arranged(argument, value, context);
  const create = step({ create: blockOf(subject, made.arguments) });
  const seen = { attribute: argument.name, of: subject.address, equals: value };
  return {
    id: `argument/${argument.name}/read-back`,
    kind: 'read-back',
    title: `\`${argument.name}\` is accepted and read back`,
    position: argument.position,
    given: distinct(subject.given, given, made.given),
    steps: [argument.flags.sensitive ? create : { ...create, then: [seen] }],
  };
};

/** A nested argument is looked at in the first entry of each list: where the example sets it, else where it is set here. */
const nestedReadBack = (argument: Argument, context: Context): Draft => {
  const { page, subject, companions } = context;
  const [top = '', ...rest] = argument.path;
  const own = seenAt(subject.arguments[top], rest);
  const chosen = own === null ? setAt(argument, page, subject, companions) : null;
  const outer = page.arguments.find(({ path }) => path.length === 1 && path[0] === top);
  const made =
    chosen === null || outer === undefined
      ? { arguments: subject.arguments, given: [] }
      : arranged(outer, chosen.value, context);
  const values = made.arguments;
  const seen = own ?? seenAt(values[top], rest);
  if (seen === null) return notTried(argument, noValue);
  const attribute = [top, ...seen.keys].join('.');
  return {
    id: `argument/${argument.path.join('.')}/read-back`,
    kind: 'read-back',
    title: `\`${argument.path.join('.')}\` is accepted and read back`,
    position: argument.position,
    given: distinct(subject.given, chosen?.given ?? [], made.given),
    steps: [
      step(
        { create: blockOf(subject, values) },
        ...(argument.flags.sensitive ? [] : [{ attribute, of: subject.address, equals: seen.value }]),
      ),
    ],
  };
};

/** What lies at a path, with the keys that lead there; null where nothing does. */
const seenAt = (
  from: Value | undefined,
  names: readonly string[],
): { value: Value; keys: string[] } | null => {
  let value = from;
  const keys: string[] = [];
  for (const name of names) {
    if (Array.isArray(value)) {
      value = value[0];
      keys.push('0');
    }
    value = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined;
    keys.push(name);
  }
  return value === undefined ? null : { value, keys };
};

/** The top-level block with the nested argument set: in the example's first block, or in one of its own. */
const setAt = (
  argument: Argument,
  page: PageSpec,
  subject: Subject,
  companions: Companions,
): Chosen | null => {
  const [top = '', ...rest] = argument.path;
  const outer = page.arguments.find(({ path }) => path.length === 1 && path[0] === top);
  if (outer === undefined) return null;
  const made = nestedValue(outer, page, subject, companions, rest);
  const own = subject.arguments[top];
  if (made === null || own === undefined) return made;
  // What the example sets stands, but for the member and what it needs.
  const member = rest[0] ?? '';
  const value = withMembers(own, made.value, (added) => [
    member,
    ...neededBy(argument, added[member] ?? null, page),
    ...(member === 'snapshot_id' ? Object.keys(added).filter(isDiskSize) : []),
  ]);
  return value === null ? null : { value, given: made.given };
};

const neededBy = (argument: Argument, value: Value, page: PageSpec): string[] =>
  needsOf(argument, value, siblingsOf(argument, page)).map((need) => need.argument.name);

/** Without a Required argument nothing is made, or asked for. */
export const requiredPromise = ({ name, position }: Argument, subject: Subject): Draft => {
  const others = Object.fromEntries(Object.entries(subject.arguments).filter(([key]) => key !== name));
  return {
    id: `argument/${name}/required`,
    kind: 'required',
    title: `without \`${name}\`, which is Required, it is refused`,
    position,
    given: subject.given,
    steps: [step({ create: blockOf(subject, others) }, { refused: ['missing-argument'] })],
  };
};

/** Without an Optional argument it is made all the same. */
export const optionalPromise = (argument: Argument, context: Context): Draft => {
  const { name, position } = argument;
  const { subject } = context;
  const made = arranged(argument, null, context);
  return {
    id: `argument/${name}/optional`,
    kind: 'optional',
    title: `\`${name}\`, which is Optional, may be left out`,
    position,
    given: distinct(subject.given, made.given),
    steps: [step({ create: blockOf(subject, made.arguments) }, { succeeds: true })],
  };
};

/** What the default needs is set: a disk that has no performance level has no default of it. */
const defaultPromise = (argument: Argument, value: string, context: Context): Draft => {
  const { name, position } = argument;
  const { subject } = context;
  const made = arranged(argument, value, context);
  const others = Object.fromEntries(Object.entries(made.arguments).filter(([key]) => key !== name));
  const seen = { attribute: name, of: subject.address, equals: typedDefault(value) };
  return {
    id: `argument/${name}/default`,
    kind: 'default',
    title: `\`${name}\` is ${value} where nothing is given`,
    position,
    given: distinct(subject.given, made.given),
    steps: [step({ create: blockOf(subject, others) }, seen)],
  };
};

const typedDefault = (value: string): Value =>
  /^true$/i.test(value)
    ? true
    : /^false$/i.test(value)
      ? false
      : /^null$/i.test(value)
        ? null
        : /^-?\d+(\.\d+)?$/.test(value)
          ? Number(value)
          : value;
