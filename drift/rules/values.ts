/** Types, defaults, valid values and limits. */
import type { Disagreement } from '../drift.ts';
import type { Severity } from '../../findings/index.ts';
import type { Entry, NumberRange, Stated, ValueType } from '../surface.ts';
import { pathKey } from '../surface.ts';
import type { EntryPair } from './align.ts';
import type { Pair, Rule } from './rule.ts';
import { list, named, silenceCounts, within } from './rule.ts';

const settablePairs = ({ entries }: Pair): EntryPair[] =>
  entries.both.filter(
    ({ from, against }) => !from.removed && from.settable !== false && against.settable !== false,
  );

const isCollection = (type: ValueType): boolean => type === 'list' || type === 'set' || type === 'map';

/** Terraform turns a number into text and a list into a set where they are meant; nothing else. */
const severityOfTypes = (from: ValueType, against: ValueType): Severity => {
  if (from !== 'map' && against !== 'map' && isCollection(from) && isCollection(against)) return 'info';
  return isCollection(from) || isCollection(against) ? 'error' : 'warning';
};

export const type: Rule = (pair) =>
  pair.entries.both.flatMap(({ from, against }): Disagreement[] => {
    if (from.type === undefined || against.type === undefined || from.type === against.type) return [];
    // Said already, of the block: see `nesting`.
    if (from.nested === true && against.nested === false) return [];
    return [
      {
        kind: 'type',
        severity: severityOfTypes(from.type, against.type),
        path: pathKey(from.path),
        message: `${named(from)} is a ${from.type} ${within(pair.from)} and a ${against.type} ${within(pair.against)}.`,
        suggestion: `Write ${typeWord(against.type)}.`,
        from: from.place,
        against: against.place,
        breaking: true,
      },
    ];
  });

const typeWord = (name: ValueType): string =>
  name === 'number' ? 'Int' : name.charAt(0).toUpperCase() + name.slice(1);

/** Numbers and flags are compared as such: "1.0" is 1, "True" is true. */
const sameValue = (a: string, b: string): boolean => {
  const [x, y] = [a.trim().toLowerCase(), b.trim().toLowerCase()];
  return x === y || (x !== '' && y !== '' && Number(x) === Number(y));
};

export const defaultValue: Rule = (pair) =>
  settablePairs(pair).flatMap(({ from, against }): Disagreement[] => {
    const [here, there] = [from.default, against.default];
    if (here === undefined || there === undefined) return [];
    if (here === null && there === null) return [];
    if ((here === null || there === null) && !silenceCounts(pair)) return [];
    if (here !== null && there !== null && sameValue(here.value, there.value)) return [];
    const word = (stated: Stated<string> | null): string =>
      stated === null ? 'no default' : `\`${stated.value}\``;
    return [
      {
        kind: 'default',
        // A page that keeps silent says nothing wrong.
        severity: here === null ? 'info' : 'warning',
        path: pathKey(from.path),
        message: `The default of ${named(from)} is ${word(here)} ${within(pair.from)} and ${word(there)} ${within(pair.against)}.`,
        suggestion: there === null ? 'Take the default off.' : `Write ${word(there)}.`,
        from: here?.place ?? from.place,
        against: there?.place ?? against.place,
        breaking: here !== null && there !== null,
      },
    ];
  });

export const validValues: Rule = (pair) =>
  settablePairs(pair).flatMap(({ from, against }): Disagreement[] => {
    const [here, there] = [from.validValues, against.validValues];
    if (here === undefined || there === undefined || (here === null && there === null)) return [];
    if ((here === null || there === null) && !silenceCounts(pair)) return [];
    const refused = (here?.value ?? []).filter((value) => !includes(there?.value ?? [], value));
    const unknown = (there?.value ?? []).filter((value) => !includes(here?.value ?? [], value));
    if (refused.length === 0 && unknown.length === 0) return [];
    return [
      {
        kind: 'valid-values',
        // No list at all: on the page it tells less, on the other side everything is taken.
        severity: here === null || there === null || refused.length === 0 ? 'info' : 'warning',
        path: pathKey(from.path),
        message: valuesMessage(from, pair, here === null ? null : refused, there === null ? null : unknown),
        suggestion:
          there === null ? 'Take the list of valid values off.' : `Write valid values: ${list(there.value)}.`,
        from: here?.place ?? from.place,
        against: there?.place ?? against.place,
        breaking: unknown.length > 0 || there === null,
      },
    ];
  });

const includes = (values: readonly string[], value: string): boolean =>
  values.some((other) => sameValue(other, value));

const valuesMessage = (
  entry: Entry,
  { from, against }: Pair,
  refused: readonly string[] | null,
  unknown: readonly string[] | null,
): string => {
  if (refused === null)
    return `${against.source} takes only ${list(unknown ?? [])} for ${named(entry)}; ${from.source} lists no values.`;
  if (unknown === null)
    return `${from.source} lists ${list(refused)} for ${named(entry)}; ${against.source} lists no values.`;
  const parts = [
    refused.length === 0 ? [] : [`${from.source} has ${list(refused)}, which ${against.source} does not`],
    unknown.length === 0 ? [] : [`${against.source} has ${list(unknown)}, which ${from.source} does not`],
  ].flat();
  return `Valid values of ${named(entry)}: ${parts.join('; ')}.`;
};

export const limits: Rule = (pair) =>
  settablePairs(pair).flatMap(({ from, against }) => [
    ...limit('range', 'value', pair, from, from.range, against.range, against),
    ...limit('length', 'length', pair, from, from.length, against.length, against),
    ...limit(
      'entries',
      'number of entries',
      pair,
      from,
      asRange(from.maxItems),
      asRange(against.maxItems),
      against,
    ),
  ]);

const asRange = (most: Stated<number> | null | undefined): Stated<NumberRange> | null | undefined =>
  most === null || most === undefined ? most : { value: { min: null, max: most.value }, place: most.place };

const limit = (
  detail: string,
  words: string,
  pair: Pair,
  from: Entry,
  here: Stated<NumberRange> | null | undefined,
  there: Stated<NumberRange> | null | undefined,
  against: Entry,
): Disagreement[] => {
  if (here === undefined || there === undefined || (here === null && there === null)) return [];
  if ((here === null || there === null) && !silenceCounts(pair)) return [];
  if (here !== null && there !== null && sameRange(here.value, there.value)) return [];
  const word = (stated: Stated<NumberRange> | null): string =>
    stated === null ? 'without a limit' : rangeWords(stated.value);
  return [
    {
      kind: 'limit',
      severity: here === null || there === null ? 'info' : 'warning',
      path: pathKey(from.path),
      detail,
      message: `The ${words} of ${named(from)} is ${word(here)} ${within(pair.from)} and ${word(there)} ${within(pair.against)}.`,
      suggestion: there === null ? 'Take the limit off.' : `Write ${word(there)}.`,
      from: here?.place ?? from.place,
      against: there?.place ?? against.place,
      breaking: isNarrower(here?.value ?? null, there?.value ?? null),
    },
  ];
};

const sameRange = (a: NumberRange, b: NumberRange): boolean => a.min === b.min && a.max === b.max;

const rangeWords = ({ min, max }: NumberRange): string => {
  if (min !== null && max !== null) return `${min} to ${max}`;
  return max === null ? `at least ${min ?? ''}` : `at most ${max}`;
};

/** Does the first refuse something that the second takes? */
const isNarrower = (here: NumberRange | null, there: NumberRange | null): boolean =>
  here !== null &&
  ((here.max ?? Infinity) < (there?.max ?? Infinity) || (here.min ?? -Infinity) > (there?.min ?? -Infinity));
