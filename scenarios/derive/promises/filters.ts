/** What the Argument Reference of a data source promises: each argument is a filter that is honoured. */
import type { Argument, PageSpec } from '../../../docs-parser/index.ts';
import type { Value } from '../../scenario.ts';
import { chosenValue } from '../chosen-value.ts';
import type { Companions } from '../companions.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
import { argumentCalled, withSet } from '../furnished.ts';
import type { Listed } from '../furnished.ts';
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
      drafts.push(optionalPromise(argument, subject));
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
  const { address } = listed.found;
  const hasIds = page.attributes.some(({ path }) => path.join('.') === 'ids');
  if (!hasIds) return null;
  const finds = { attribute: 'ids', of: address, equals: [`\${${listed.address}.id}`] };
  const known = knownFilter(argument, listed, companions);
  if (known !== null) {
    const values = { ...known.found.arguments, [argument.name]: known.value };
    return { given: known.found.given, steps: [step({ create: blockOf(known.found, values) }, finds)] };
  }
  // What the data source itself says of it can be asked for.
  const seen = attributeCalled(argument, page);
  if (seen === null) return null;
  const probe = `${address}-probe`;
  const { given, arguments: values } = listed.found;
  const value = `\${${probe}.${seen}}`;
  const asked = argument.name === 'name_regex' ? `^${value}$` : value;
  return {
    given,
    steps: [
      step({ create: { address: probe, arguments: values } }, { attribute: seen, of: probe, present: true }),
      step({ create: blockOf(listed.found, { ...values, [argument.name]: asked }) }, finds),
    ],
  };
};

/** A value that the resource has, or is given. */
const knownFilter = (argument: Argument, listed: Listed, companions: Companions): Filter | null => {
  if (argument.name === 'ids') {
    return { value: [`\${${listed.address}.id}`], found: listed.found };
  }
  const own = argumentCalled(argument.name, listed);
  return own === undefined ? null : withSet(own, listed, companions);
};

/** Where the data source tells what the filter is about: in the first entry of its list, or among its names. */
const attributeCalled = ({ name }: Argument, page: PageSpec): string | null => {
  const paths = page.attributes.map(({ path }) => path);
  if (name === 'name_regex') return paths.some((path) => path.join('.') === 'names') ? 'names.0' : null;
  const path = paths.find(([, second, ...rest]) => second === name && rest.length === 0);
  return path === undefined ? null : path.join('.0.');
};
