/**
 * A data source is asked for something that is there: what its own example makes, or else what the example of the
 * page of its resource makes. What is asked of it can be set beforehand: a filter, or an attribute that is to be seen.
 */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { chosenValue } from './chosen-value.ts';
import type { Chosen } from './chosen-value.ts';
import { singularsOf } from './companions.ts';
import type { Companions } from './companions.ts';
import { supplyOf } from './example.ts';
import type { Subject } from './example.ts';
import { nestedValue } from './nested-value.ts';

/** What a data source lists, in the scenario's prerequisites. */
export interface Listed {
  /** The page of its resource. */
  readonly page: PageSpec;
  readonly address: string;
  /** The data source, asked for it. */
  readonly found: Subject;
}

/**
 * @returns the data source, asked for all details; and what it lists, where that can be told
 */
export const furnished = (
  page: PageSpec,
  subject: Subject,
  companions: Companions,
): { readonly found: Subject; readonly listed: Listed | null } => {
  const found = { ...subject, arguments: { ...details(page), ...subject.arguments } };
  const type = singularsOf(page.name).find((one) => companions.has(one));
  const resource = type === undefined ? undefined : companions.get(type);
  if (page.kind !== 'data-source' || resource === undefined || type === undefined)
    return { found, listed: null };
  if (JSON.stringify(subject.arguments).includes('${')) {
    const own = subject.given.find(
      ({ address }) => address.startsWith(`${resource.name}.`) || address.startsWith(`${type}.`),
    );
    return { found, listed: own === undefined ? null : { page: resource, address: own.address, found } };
  }
  const supply = page.arguments.some(({ path }) => path.join('.') === 'ids')
    ? supplyOf(type, companions)
    : null;
  if (supply === null) return { found, listed: null };
  const required = page.arguments
    .filter(({ path, flags }) => path.length === 1 && flags.required && !flags.optional)
    .flatMap(({ name }): [string, Value][] => {
      const value = subject.arguments[name];
      return value === undefined ? [] : [[name, value]];
    });
  const asked = {
    ...subject,
    given: [...subject.given, ...supply.blocks],
    arguments: { ...Object.fromEntries(required), ...details(page), ids: [`\${${supply.address}.id}`] },
  };
  return { found: asked, listed: { page: resource, address: supply.address, found: asked } };
};

/** Many data sources tell part of their attributes only where they are asked to. */
const details = (page: PageSpec): Record<string, Value> =>
  page.arguments.some(({ path }) => path.join('.') === 'enable_details') ? { enable_details: true } : {};

/** The argument of the resource that sets what the data source calls so. */
export const argumentCalled = (name: string, { page, address }: Listed): Argument | undefined => {
  const words = (address.split('.')[0] ?? '').split('_').slice(1);
  const nouns = words.map((_, at) => words.slice(at).join('_'));
  const names = [
    name,
    ...nouns.map((noun) => `${noun}_${name}`),
    ...nouns.map((noun) => name.replace(`${noun}_`, '')),
  ];
  const top = page.arguments.filter(({ path, flags }) => path.length === 1 && flags.removed === null);
  return names.flatMap((one) => top.find((argument) => argument.name === one) ?? []).at(0);
};

/** The value that the resource has of an argument, or that it is given here. */
export interface WithValue {
  readonly value: Value;
  /** The data source with its prerequisites, in which the resource has the value. */
  readonly found: Subject;
}

/**
 * @param member of a block: the member that is looked at
 * @returns null where no value can be told
 */
export const withSet = (
  argument: Argument,
  listed: Listed,
  companions: Companions,
  member: readonly string[] = [],
): WithValue | null => {
  const { found, address, page } = listed;
  const own = found.given.find((block) => block.address === address);
  if (own === undefined) return null;
  const value = own.arguments[argument.name];
  if (value !== undefined) return { value, found };
  const before = found.given.slice(0, found.given.indexOf(own));
  const made: Subject = { ...found, type: page.name, address, arguments: own.arguments, given: before };
  const chosen: Chosen | null =
    nestedValue(argument, page, made, companions, member) ?? chosenValue(argument, made, companions);
  if (chosen === null) return null;
  const conflicting = new Set(argument.constraints.conflictsWith?.arguments);
  const kept = Object.entries(own.arguments).filter(([name]) => !conflicting.has(name));
  const changed: GivenBlock = {
    ...own,
    arguments: { ...(Object.fromEntries(kept) as GivenBlock['arguments']), [argument.name]: chosen.value },
  };
  const given = found.given.flatMap((block) => (block === own ? [...chosen.given, changed] : [block]));
  return { value: chosen.value, found: { ...found, given } };
};
