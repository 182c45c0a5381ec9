import type { Argument } from '../../../docs-parser/index.ts';
import type { Chosen } from '../chosen-value.ts';
import { arranged, differences, distinct } from '../arrange.ts';
import type { Context } from '../arrange.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
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
  const isForceNew = flags.forceNew;
  const base = {
    id: `argument/${name}/${isForceNew ? 'force-new' : 'update'}`,
    kind: isForceNew ? ('force-new' as const) : ('update' as const),
    title: isForceNew
      ? `a change of \`${name}\`, which is ForceNew, makes a new resource and removes the old one`
      : `a change of \`${name}\` is made in place`,
    position,
  };
  const first = arranged(argument, value, context);
  const all = { ...subject, given: [...subject.given, ...given, ...first.given] };
  const second = secondValue(value, argument, { ...context, subject: all });
  if (second === null) return { ...base, notChecked: 'no second valid value can be told from the page' };
  const { address } = subject;
  const before = second.before === undefined ? first : arranged(argument, second.before, context);
  const after = arranged(argument, second.value, context);
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
