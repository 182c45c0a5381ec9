/** What the Argument Reference of a data source promises: each argument is a filter that is honoured. */
import type { Argument, Attribute, PageSpec } from '../../../docs-parser/index.ts';
import type { Expectation, Value } from '../../scenario.ts';
import { chosenValue } from '../chosen-value.ts';
import type { Companions } from '../companions.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
import { argumentCalled } from '../argument-called.ts';
import { withSet } from '../furnished.ts';
import type { Listed } from '../furnished.ts';
import { linkOf, withLink } from '../linked.ts';
import { newerThan } from '../newer-argument.ts';
import { notTried, noValue, optionalPromise, requiredPromise, untriedReason } from './arguments.ts';

/** How a page of results is asked for; it filters nothing. */
const isPaging = ({ name }: Argument): boolean => /^page_(?:number|size)$/.test(name);

/** What is filtered by, and the data source asked for what has it. */
interface Filter {
  readonly value: Value;
  readonly found: Subject;
}

export const filterPromises = (
  page: PageSpec,
  subject: Subject,
  listed: Listed | null,
  companions: Companions,
): Draft[] =>
  page.arguments.flatMap((argument) => {
    const { flags, name, path } = argument;
    const untried =
      untriedReason(argument) ??
      (name === 'output_file' ? 'it has the provider write a file, which is none of the API’s' : null);
    if (untried !== null) return [notTried(argument, untried)];
    if (path.length > 1) return [notTried(argument, noValue)];
    const drafts = [filterPromise(argument, page, subject, listed, companions)];
    if (flags.required && !flags.optional) drafts.push(requiredPromise(argument, subject));
    if (flags.optional && !flags.required && name in subject.arguments) {
      drafts.push(optionalPromise(argument, { page, subject, companions }));
    }
    return drafts;
  });

const filterPromise = (
  argument: Argument,
  page: PageSpec,
  subject: Subject,
  listed: Listed | null,
  companions: Companions,
): Draft => {
  const { name, position } = argument;
  const base = {
    id: `argument/${name}/read-back`,
    kind: 'read-back' as const,
    title: `\`${name}\` is accepted as a filter`,
    position,
  };
  const seen = listed === null || isPaging(argument) ? null : found(argument, page, listed, companions);
  if (seen !== null) return { ...base, ...seen };
  const chosen = chosenValue(argument, subject, companions);
  if (chosen === null) return { ...base, notChecked: noValue };
  const values = { ...subject.arguments, [name]: chosen.value };
  return {
    ...base,
    given: [...subject.given, ...chosen.given],
    steps: [step({ create: blockOf(subject, values) }, { succeeds: true })],
  };
};

/** Asked with the filter, the data source finds what has its value. */
const found = (
  argument: Argument,
  page: PageSpec,
  listed: Listed,
  companions: Companions,
): Pick<Draft, 'given' | 'steps'> | null => {
  // A deprecated filter means what the newer one does.
  const meant = newerThan(argument, page.arguments) ?? argument;
  const known = knownFilter(meant, listed, companions);
  const wanted = known === null ? undefined : inWordsOf(meant, known.value);
  if (known !== null && wanted !== undefined) {
    const finds = findsListed(page, listed, argument, known.value);
    if (finds === null) return null;
    const values = { ...known.found.arguments, [argument.name]: wanted };
    return { given: known.found.given, steps: [step({ create: blockOf(known.found, values) }, finds)] };
  }
  const stated = meant.constraints.validValues?.values ?? [];
  if (stated.length > 0) return eachAccepted(argument, stated, listed.found);
  // What the data source itself says of it can be asked for.
  const seen = attributeCalled(meant, page, listed);
  if (seen === null) return null;
  const link = linkOf(seen, listed, companions);
  const asked = link === null ? listed.found : withLink(listed.found, link);
  const { address, given, arguments: values } = asked;
  const probe = `${address}-probe`;
  const path = seen.path.length === 1 ? `${seen.name}.0` : seen.path.join('.0.');
  const value = `\${${probe}.${path}}`;
  const finds = findsListed(page, listed, argument, value);
  if (finds === null) return null;
  return {
    given,
    steps: [
      step({ create: blockOf({ ...asked, address: probe }) }, { attribute: path, of: probe, present: true }),
      step({ create: blockOf(asked, { ...values, [argument.name]: wholly(argument, value) }) }, finds),
    ],
  };
};

/** Which of the stated values is so cannot be told: each of them may be asked for. */
const eachAccepted = (
  { name }: Argument,
  stated: readonly string[],
  { address, given, arguments: values }: Subject,
): Pick<Draft, 'given' | 'steps'> => ({
  given,
  steps: stated.map((value, at) =>
    step(
      {
        create: {
          address: at === 0 ? address : `${address}-${at + 1}`,
          arguments: { ...values, [name]: value },
        },
      },
      { succeeds: true },
    ),
  ),
});

/**
 * That the data source finds what it is asked for: by the ids, else by the first entry's id, else by the attribute
 * of the filter's own name.
 * @returns null where the page has no attribute that shows it
 */
const findsListed = (
  page: PageSpec,
  listed: Listed,
  { name }: Argument,
  value: Value,
): Extract<Expectation, { equals: Value }> | null => {
  const of = listed.found.address;
  const id = `\${${listed.address}.id}`;
  const paths = page.attributes.map(({ path }) => path);
  if (paths.some((path) => path.join('.') === 'ids')) return { attribute: 'ids', of, equals: [id] };
  const inList = (member: string): string | undefined =>
    paths.find((path) => path.length === 2 && path[1] === member)?.join('.0.');
  const entry = inList('id');
  if (entry !== undefined) return { attribute: entry, of, equals: id };
  const same = inList(name);
  return same === undefined ? null : { attribute: same, of, equals: value };
};

/** A regular expression that a whole name matches; of another filter, the value itself. */
const wholly = ({ name }: Argument, value: string): string => (name === 'name_regex' ? `^${value}$` : value);

/**
 * A value of the resource in the words that the data source's page has for it: "system" and "System", true and "on".
 * @returns undefined where the page states values and none of them is it
 */
const inWordsOf = ({ constraints, name }: Argument, value: Value): Value | undefined => {
  // The resource has several of what the filter takes one of.
  if (Array.isArray(value) && /_id$/.test(name)) return value[0];
  if (constraints.validValues === null || typeof value === 'object') return value;
  const { values } = constraints.validValues;
  const text = String(value).toLowerCase();
  const switched: Readonly<Record<string, string>> = { true: 'on', false: 'off' };
  return (
    values.find((word) => word === value) ??
    values.find((word) => word.toLowerCase() === text) ??
    values.find((word) => word.toLowerCase() === switched[text])
  );
};

/** A value that the resource has, or is given. */
const knownFilter = (argument: Argument, listed: Listed, companions: Companions): Filter | null => {
  if (argument.name === 'ids') {
    return { value: [`\${${listed.address}.id}`], found: listed.found };
  }
  const isName = argument.name === 'name_regex';
  const own = argumentCalled(isName ? 'name' : argument.name, listed);
  const known = own === undefined ? null : withSet(own, listed, companions);
  if (known === null || !isName) return known;
  return typeof known.value === 'string' ? { ...known, value: wholly(argument, known.value) } : null;
};

/** Where the data source tells what the filter is about: in the first entry of its list, or among its names. */
const attributeCalled = ({ name }: Argument, page: PageSpec, listed: Listed): Attribute | null => {
  const isName = name === 'name_regex';
  const names = isName ? ['name', `${nounOf(listed)}_name`] : [name];
  return (
    page.attributes.find(({ path }) => isName && path.join('.') === 'names') ??
    page.attributes.find(({ path }) => path.length === 2 && names.includes(path[1] ?? '')) ??
    null
  );
};

/** "alicloud_ecs_deployment_set.default" → "deployment_set" */
const nounOf = ({ address }: Listed): string =>
  (address.split('.')[0] ?? '').replace(/^[a-z]+_(?:ecs_)?/, '');
