import type { Argument } from '../../../docs-parser/index.ts';
import type { Chosen } from '../chosen-value.ts';
import type { Companions } from '../companions.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Subject } from '../example.ts';
import { secondValue } from '../second-value.ts';
import { withArgument } from './with-argument.ts';

/** A ForceNew argument is replaced when it changes, any other is updated in place. */
export const changePromise = (
  argument: Argument,
  subject: Subject,
  { value, given }: Chosen,
  companions: Companions,
): Draft => {
  const { name, flags, position } = argument;
  const isForceNew = flags.forceNew;
  const base = {
    id: `argument/${name}/${isForceNew ? 'force-new' : 'update'}`,
    kind: isForceNew ? ('force-new' as const) : ('update' as const),
    title: isForceNew
      ? `a change of \`${name}\`, which is ForceNew, makes a new resource and removes the old one`
      : `a change of \`${name}\` is made in place`,
    position,
  };
  const all = { ...subject, given: [...subject.given, ...given] };
  const second = secondValue(value, argument, all, companions);
  if (second === null) return { ...base, notChecked: 'no second valid value can be told from the page' };
  const { address } = subject;
  return {
    ...base,
    given: [...all.given, ...second.given],
    steps: [
      step({ create: withArgument(argument, subject, value) }),
      step(
        { update: { address, arguments: { [name]: second.value } } },
        isForceNew ? { replaced: address } : { updatedInPlace: address },
        ...(flags.sensitive ? [] : [{ attribute: name, of: address, equals: second.value }]),
      ),
    ],
  };
};
