import { isDeepStrictEqual } from 'node:util';
import type { Argument } from '../../../docs-parser/index.ts';
import { isObject } from '../../bindings/argument-values.ts';
import type { Chosen } from '../chosen-value.ts';
import { arranged, differences, distinct } from '../arrange.ts';
import type { Context } from '../arrange.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
import { fitted } from '../fitted.ts';
import { membersOf } from '../nested-value.ts';
import { rivalsOf } from '../rivals.ts';
import type { Value } from '../../scenario.ts';
import { secondValue } from '../second-value.ts';

/** A ForceNew argument is replaced when it changes, any other is updated in place. */
export const changePromise = (
  argument: Argument,
  context: Context,
  { value: chosen, given }: Chosen,
): Draft => {
  const { subject } = context;
  const { name, flags, position } = argument;
  // What is protected cannot be replaced: it becomes protected by the change.
  const value = chosen === true && name.endsWith('_protection') ? false : chosen;
  const first = arranged(argument, value, context);
  const all = { ...subject, given: [...subject.given, ...given, ...first.given] };
  const second = secondValue(value, argument, { ...context, subject: all });
  const isForceNew =
    flags.forceNew || (second !== null && changesForceNew(argument, value, second.value, context));
  const base = {
    id: `argument/${name}/${isForceNew ? 'force-new' : 'update'}`,
    kind: isForceNew ? ('force-new' as const) : ('update' as const),
    title: isForceNew
      ? `a change of \`${name}\`, ${flags.forceNew ? 'which' : 'of which a member'} is ForceNew, makes a new resource and removes the old one`
      : `a change of \`${name}\` is made in place`,
    position,
  };
  if (second === null) return { ...base, notChecked: 'no second valid value can be told from the page' };
  const { address } = subject;
  const before = second.before === undefined ? first : arranged(argument, second.before, context);
  const stands = { ...all, given: [...all.given, ...second.given] };
  const change = { argument, from: second.before ?? value, to: second.value };
  const after = fitted(change, arranged(argument, second.value, context), stands);
  const created = isForceNew
    ? before.arguments
    : withForceNew(before.arguments, after.arguments, argument, context);
  const changes = differences(created, after.arguments);
  return {
    ...base,
    given: distinct(all.given, second.given, after.given),
    steps: [
      step({ create: blockOf(subject, created) }),
      step(
        { update: { address, arguments: changes } },
        isForceNew ? { replaced: address } : { updatedInPlace: address },
        ...(flags.sensitive ? [] : [{ attribute: name, of: address, equals: second.value }]),
      ),
    ],
  };
};

/** Whether the page calls a member ForceNew that differs in the first block. */
const changesForceNew = (argument: Argument, before: Value, after: Value, { page }: Context): boolean => {
  const [was, is] = [before, after].map((value) => (Array.isArray(value) ? value[0] : value));
  return (
    isObject(was) &&
    isObject(is) &&
    membersOf(argument, page).some(
      (member) => member.flags.forceNew && !isDeepStrictEqual(was[member.name], is[member.name]),
    )
  );
};

/** What the change needs beside it and cannot be changed in place is set from the beginning. */
const withForceNew = (
  before: Subject['arguments'],
  after: Subject['arguments'],
  argument: Argument,
  { page }: Context,
): Subject['arguments'] => {
  const rivals = rivalsOf(argument, page);
  const early = page.arguments.filter(
    ({ name, path, flags }) =>
      path.length === 1 && flags.forceNew && name !== argument.name && !(name in before) && !rivals.has(name),
  );
  const added = early.flatMap(({ name }): [string, Value][] => {
    const value = after[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...before, ...Object.fromEntries(added) };
};
