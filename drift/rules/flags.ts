/** What stands in the parenthesis behind a name: required, ForceNew, computed, deprecated, sensitive. */
import type { Disagreement } from '../drift.ts';
import type { Entry } from '../surface.ts';
import { pathKey } from '../surface.ts';
import type { EntryPair } from './align.ts';
import type { Pair, Rule } from './rule.ts';
import { named, within } from './rule.ts';

const perEntry =
  (find: (entry: EntryPair, pair: Pair) => Omit<Disagreement, 'path' | 'from' | 'against'> | null): Rule =>
  (pair) =>
    pair.entries.both.flatMap((entry) => {
      if (entry.from.removed) return [];
      const found = find(entry, pair);
      return found === null
        ? []
        : [
            {
              ...found,
              path: pathKey(entry.from.path),
              from: entry.from.place,
              against: entry.against.place,
            },
          ];
    });

export const requiredOrOptional: Rule = perEntry(({ from, against }, pair) => {
  if (from.settable !== true || against.settable !== true) return null;
  if (from.required === undefined || against.required === undefined || from.required === against.required) {
    return null;
  }
  const word = (required: boolean): string => (required ? 'Required' : 'Optional');
  return {
    kind: 'required-optional',
    // What is called Required and is not works as described.
    severity: from.required ? 'warning' : 'error',
    message: `${named(from)} is ${word(from.required)} ${within(pair.from)} and ${word(against.required)} ${within(pair.against)}.`,
    suggestion: `Write ${word(against.required)}.`,
    breaking: from.required,
  };
});

export const forceNew: Rule = perEntry(({ from, against }, pair) => {
  if (from.settable === false || against.settable === false) return null;
  if (from.forceNew === undefined || against.forceNew === undefined || from.forceNew === against.forceNew) {
    return null;
  }
  const [yes, no] = from.forceNew
    ? [within(pair.from), within(pair.against)]
    : [within(pair.against), within(pair.from)];
  return {
    kind: 'force-new',
    // A resource that is replaced without warning is worse than one that is changed in place.
    severity: from.forceNew ? 'warning' : 'error',
    message: `${named(from)} is ForceNew ${yes} and not ${no}.`,
    suggestion: from.forceNew ? 'Take ForceNew off.' : 'Add ForceNew.',
    breaking: from.forceNew,
  };
});

export const computed: Rule = perEntry(({ from, against }, pair) => {
  if (from.settable === true && against.settable === false) {
    return {
      kind: 'computed',
      detail: 'read-only',
      message: `${pair.from.source} describes ${named(from)} as an argument; ${within(pair.against)} it can only be read.`,
      suggestion: `Describe ${named(from)} in the Attributes Reference.`,
      breaking: false,
    };
  }
  if (isFilledInUnsaid(from, against, pair)) {
    return {
      kind: 'computed',
      detail: 'unsaid',
      severity: 'info',
      message: `${named(from)} is filled in where it is left out; ${pair.from.source} says neither Computed nor a default.`,
      suggestion: 'Add Computed, or say what it is where it is left out.',
      breaking: false,
    };
  }
  if (from.computed !== true || against.computed !== false) return null;
  return {
    kind: 'computed',
    severity: 'warning',
    message: `${named(from)} is Computed ${within(pair.from)}; ${within(pair.against)} nothing fills it in.`,
    suggestion: 'Take Computed off.',
    breaking: false,
  };
});

/**
 * A schema marks much as computed that is never filled in, so that only a value that was seen counts. Whoever
 * states a default says what is there, and a deprecated name mostly shows the value of the one that replaces it.
 */
const isFilledInUnsaid = (from: Entry, against: Entry, pair: Pair): boolean =>
  pair.against.isObserved === true &&
  against.computed === true &&
  from.settable === true &&
  from.computed === false &&
  from.deprecated !== true &&
  (from.default ?? null) === null;

export const deprecated: Rule = (pair) => [
  ...deprecatedSubject(pair),
  ...perEntry(({ from, against }) => {
    if (from.deprecated === undefined || against.deprecated === undefined) return null;
    if (from.deprecated === against.deprecated) return null;
    return against.deprecated
      ? {
          kind: 'deprecated',
          message: `${named(from)} is deprecated ${within(pair.against)}; ${pair.from.source} does not say so.`,
          suggestion: 'Add Deprecated, with the version and what replaces it.',
          breaking: false,
        }
      : {
          kind: 'deprecated',
          severity: 'info',
          message: `${named(from)} is deprecated ${within(pair.from)}; ${pair.against.source} does not say so.`,
          suggestion: `Mark ${named(from)} as deprecated there, or take the flag off.`,
          breaking: false,
        };
  })(pair),
];

const deprecatedSubject = ({ from, against }: Pair): Disagreement[] => {
  if (from.deprecated === undefined || against.deprecated === undefined) return [];
  if (from.deprecated === against.deprecated) return [];
  return [
    {
      kind: 'deprecated',
      severity: against.deprecated ? 'warning' : 'info',
      message: against.deprecated
        ? `${from.name} is deprecated ${within(against)}; ${from.source} does not say so.`
        : `${from.name} is deprecated ${within(from)}; ${against.source} does not say so.`,
      suggestion: against.deprecated
        ? 'Add a DEPRECATED note with what replaces it.'
        : 'Mark it as deprecated there, or take the note off.',
      from: from.place,
      against: against.place,
      breaking: false,
    },
  ];
};

export const sensitive: Rule = perEntry(({ from, against }, pair) => {
  if (from.sensitive === undefined || against.sensitive === undefined) return null;
  if (from.sensitive === against.sensitive) return null;
  return {
    kind: 'sensitive',
    // Pages seldom say it. That a secret is said to be kept, and is not, is what hurts.
    severity: from.sensitive ? 'warning' : 'info',
    message: from.sensitive
      ? `${named(from)} is Sensitive ${within(pair.from)}; ${pair.against.source} prints it.`
      : `${named(from)} is sensitive ${within(pair.against)}; ${pair.from.source} does not say so.`,
    suggestion: from.sensitive ? 'Take Sensitive off, or mark it there.' : 'Add Sensitive.',
    breaking: false,
  };
});
