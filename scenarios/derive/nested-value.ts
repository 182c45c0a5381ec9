/** Values of blocks within a block. */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { chosenValue } from './chosen-value.ts';
import type { Chosen } from './chosen-value.ts';
import type { Companions } from './companions.ts';
import type { Subject } from './example.ts';
import { needsOf } from './needs.ts';
import { addressesIn } from './values.ts';

/** The arguments of a block that is an argument itself; none where it is no block. */
export const membersOf = (argument: Argument, page: PageSpec): Argument[] =>
  page.arguments.filter(
    ({ path, flags }) =>
      path.length === argument.path.length + 1 &&
      argument.path.every((name, at) => path[at] === name) &&
      flags.removed === null,
  );

/**
 * A list of one block: what is required in it, and one more member where it is asked for.
 * @param member the path of a member that it must have
 * @returns null where the argument is no block, or a value of a member cannot be told
 */
export const nestedValue = (
  argument: Argument,
  page: PageSpec,
  subject: Subject,
  companions: Companions,
  member: readonly string[] = [],
): Chosen | null => {
  const members = membersOf(argument, page);
  if (members.length === 0) return null;
  const hasRequired = members.some(({ flags }) => flags.required && !flags.optional);
  const values: Record<string, Value> = {};
  const given: GivenBlock[] = [];
  for (const one of members) {
    const isWanted = member[0] === one.name;
    const isNeeded = one.flags.required && !one.flags.optional;
    // A disk has a size, whether or not the page calls it required: the API makes none without.
    const isSize = /(?:^|disk_)size$/.test(one.name);
    // A block in which nothing is required has all that is known.
    if (!isWanted && !isNeeded && !isSize && (hasRequired || member.length > 0)) continue;
    if (one.name in values) continue;
    const chosen =
      nestedValue(one, page, subject, companions, isWanted ? member.slice(1) : []) ??
      chosenValue(one, subject, companions);
    if (chosen === null) {
      if (isWanted || isNeeded) return null;
      continue;
    }
    values[one.name] = chosen.value;
    given.push(...chosen.given);
    if (isWanted) {
      for (const need of needsOf(one, chosen.value, members)) {
        const needed =
          need.value === undefined
            ? chosenValue(need.argument, subject, companions)
            : { value: need.value, given: [] };
        if (needed === null) continue;
        values[need.argument.name] = needed.value;
        given.push(...needed.given);
      }
    }
  }
  return Object.keys(values).length === 0 ? null : { value: [asLargeAsSnapshot(values, given)], given };
};

/** Whether a member of a disk's block is its size. */
export const isDiskSize = (name: string): boolean => /^(?:disk_)?size$/.test(name);

/** A disk is no smaller than the snapshot that it is made from, which is as large as the disk that it was taken of. */
const asLargeAsSnapshot = (
  values: Readonly<Record<string, Value>>,
  given: readonly GivenBlock[],
): Record<string, Value> => {
  const blockAt = (value: Value | undefined): GivenBlock | undefined =>
    given.find(({ address }) => addressesIn(value ?? null).includes(address));
  const diskId = blockAt(values['snapshot_id'])?.arguments['disk_id'];
  const attached = blockAt(diskId);
  const disk = attached?.arguments['size'] === undefined ? blockAt(attached?.arguments['disk_id']) : attached;
  const size = disk?.arguments['size'];
  const name = Object.keys(values).find(isDiskSize);
  return size === undefined || name === undefined ? { ...values } : { ...values, [name]: size };
};

/**
 * A list of blocks, or one block, with members put into the first from another.
 * @param added blocks of which the first has the members
 * @param members which of them, told from that block
 * @returns null where one of them is no block
 */
export const withMembers = (
  own: Value,
  added: Value,
  members: (added: Readonly<Record<string, Value>>) => readonly string[],
): Value | null => {
  const [first, ...others] = Array.isArray(own) ? own : [own];
  const [source] = Array.isArray(added) ? added : [added];
  if (!isBlock(first) || !isBlock(source)) return null;
  const taken = new Set(members(source));
  const put = Object.entries(source).filter(([name]) => taken.has(name));
  return [{ ...first, ...Object.fromEntries(put) }, ...others];
};

const isBlock = (value: Value | undefined): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
