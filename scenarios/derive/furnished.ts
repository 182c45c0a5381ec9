/**
 * A data source is asked for something that is there: what its own example makes, or else what the example of the
 * page of its resource makes. What is asked of it can be set beforehand: a filter, or an attribute that is to be seen.
 */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { argumentCalled } from './argument-called.ts';
import { arranged } from './arrange.ts';
import { chosenValue } from './chosen-value.ts';
import type { Chosen } from './chosen-value.ts';
import type { Companions } from './companions.ts';
import { supplyOf } from './example.ts';
import type { Subject, Supply } from './example.ts';
import { newerThan } from './newer-argument.ts';
import { nestedValue, withMembers } from './nested-value.ts';
import { newerTypeOf, singularsOf } from './reference-names.ts';
import { addressesIn, neededBy } from './values.ts';

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
  const own = subject.given.find(
    ({ address }) => address.startsWith(`${resource.name}.`) || address.startsWith(`${type}.`),
  );
  const listedBy = (address: string, asked: Subject, of = resource): ReturnType<typeof furnished> => ({
    found: asked,
    listed: { page: of, address, found: asked },
  });
  const isSound = own !== undefined && refersRightly(subject, own, resource);
  // The example of a page that was replaced by another is as old as the page.
  if (isSound && page.deprecated === null) return listedBy(own.address, found);
  for (const one of [type, newerTypeOf(type)]) {
    const made = companions.get(one);
    const supply = made === undefined ? null : supplyOf(one, companions);
    if (made === undefined || supply === null) continue;
    const asked = askedFor({ page: made, address: supply.address }, supply, page, subject);
    if (asked !== null) return listedBy(supply.address, asked, made);
  }
  return isSound ? listedBy(own.address, found) : { found, listed: null };
};

/** Whether the data source is asked for what the example makes, by names that the resource's page knows. */
const refersRightly = (subject: Subject, own: GivenBlock, resource: PageSpec): boolean => {
  const paths = JSON.stringify(subject.arguments)
    .split(`\${${own.address}.`)
    .slice(1)
    .map((rest) => /^\w+/.exec(rest)?.[0] ?? '');
  const known = new Set([
    'id',
    ...[...resource.arguments, ...resource.attributes].map(({ path }) => path[0]),
  ]);
  return paths.length > 0 && paths.every((name) => known.has(name));
};

/**
 * The data source, asked for a supply: by its id, and by what the data source requires; where the resource has an
 * argument of that name, by the resource's value of it.
 * @returns null where it cannot be asked for it
 */
const askedFor = (
  listed: Pick<Listed, 'page' | 'address'>,
  { blocks }: Supply,
  page: PageSpec,
  subject: Subject,
): Subject | null => {
  const required = page.arguments
    .filter(({ path, flags }) => path.length === 1 && flags.required && !flags.optional)
    .map(({ name }) => [name, ownValue(name, listed, blocks) ?? subject.arguments[name] ?? null] as const);
  const takesIds = page.arguments.some(({ path }) => path.join('.') === 'ids');
  if (!takesIds && required.length === 0) return null;
  // Of the example only what the required arguments refer to.
  const kept = neededBy(addressesIn(Object.fromEntries(required)), subject.given);
  const given = [...kept, ...blocks].filter(
    ({ address }, at, all) => all.findIndex((one) => one.address === address) === at,
  );
  return {
    ...subject,
    given,
    arguments: {
      ...Object.fromEntries(required),
      ...details(page),
      ...(takesIds ? { ids: [`\${${listed.address}.id}`] } : {}),
    },
  };
};

/** A reference to what the resource was given for the argument that the data source calls so. */
const ownValue = (
  name: string,
  listed: Pick<Listed, 'page' | 'address'>,
  blocks: readonly GivenBlock[],
): Value | undefined => {
  const argument = argumentCalled(name, listed);
  const own = blocks.find(({ address }) => address === listed.address);
  return argument === undefined || own?.arguments[argument.name] === undefined
    ? undefined
    : `\${${listed.address}.${argument.name}}`;
};

/** Many data sources tell part of their attributes only where they are asked to. */
const details = (page: PageSpec): Record<string, Value> =>
  page.arguments.some(({ path }) => path.join('.') === 'enable_details') ? { enable_details: true } : {};

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
  const top = page.arguments.filter(({ path }) => path.length === 1);
  const older = top.find((one) => one.name in own.arguments && newerThan(one, top) === argument);
  const value = own.arguments[argument.name] ?? (older && own.arguments[older.name]);
  if (value !== undefined && hasMember(value, member)) return { value, found };
  // It has a value by itself.
  const standard = argument.constraints.default?.value ?? '';
  if (!/^(?:null|nil|none|)$/i.test(standard) && member.length === 0) return { value: standard, found };
  const before = found.given.slice(0, found.given.indexOf(own));
  const made: Subject = { ...found, type: page.name, address, arguments: own.arguments, given: before };
  const chosen = chosenWith(argument, value, page, made, companions, member);
  if (chosen === null) return null;
  const beside = arranged(argument, chosen.value, { page, subject: made, companions });
  const changed: GivenBlock = { ...own, arguments: beside.arguments };
  const needed = [...beside.given, ...chosen.given];
  const given = found.given.flatMap((block) => (block === own ? [...needed, changed] : [block]));
  return { value: chosen.value, found: { ...found, given } };
};

/** Whether the first entry of a value has a member, at a path. */
const hasMember = (value: Value, [name, ...rest]: readonly string[]): boolean => {
  if (name === undefined) return true;
  const first = Array.isArray(value) ? value[0] : value;
  const inner =
    typeof first === 'object' && first !== null && !Array.isArray(first) ? first[name] : undefined;
  return inner !== undefined && hasMember(inner, rest);
};

/** A value of the argument; of a block, one in which a member is set, added to the block's own where it has one. */
const chosenWith = (
  argument: Argument,
  own: Value | undefined,
  page: PageSpec,
  made: Subject,
  companions: Companions,
  member: readonly string[],
): Chosen | null => {
  const nested = nestedValue(argument, page, made, companions, member);
  if (own === undefined) return nested ?? chosenValue(argument, made, companions);
  const value = nested && withMembers(own, nested.value, () => member.slice(0, 1));
  // A member that cannot be set may be there all the same.
  return nested === null || value === null ? { value: own, given: [] } : { value, given: nested.given };
};
