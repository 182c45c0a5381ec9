/**
 * What changes along with an argument, so that a block's arguments still fit together: another zone has other VSwitches,
 * another VPC other security groups, another family of addresses other blocks.
 */
import type { Argument } from '../../docs-parser/index.ts';
import { addressCount, containsAddress, formatAddress, parseAddress } from '../../emulator/vpc/cidr.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { blockIn } from './addresses.ts';
import type { Arranged } from './arrange.ts';
import { renamedIn } from './companions.ts';
import type { Subject } from './example.ts';
import { besides, copyOf } from './second-reference.ts';
import { addressesIn } from './values.ts';

/** A change of an argument. */
export interface Change {
  readonly argument: Argument;
  readonly from: Value;
  readonly to: Value;
}

/**
 * The arguments behind a change, with what goes along with it.
 * @param subject whose prerequisites are all that stand, what the change needs included
 */
export const fitted = (change: Change, made: Arranged, subject: Subject): Arranged => {
  const moved = movedAlong(change, made, subject);
  const { argument } = change;
  const stands = [...subject.given, ...moved.given];
  const fit = (name: string, value: Value): [string, Value][] => {
    if (name === argument.name) return [[name, value]];
    if (isOfFormerSystem(name, change)) return [];
    return [[name, inFamily(inBlock(value, change, stands), change)]];
  };
  return {
    arguments: Object.fromEntries(
      Object.entries(moved.arguments).flatMap(([name, value]) => fit(name, value)),
    ),
    given: moved.given,
  };
};

const isZone = ({ name }: Argument): boolean => /(?:^|_)(?:zone_ids?|availability_zone)$/.test(name);

const referred = (value: Value): string | undefined => {
  const text = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof text === 'string' ? /^\$\{([a-z]\w*\.[\w-]+)\.\w+\}$/.exec(text)?.[1] : undefined;
};

/** What stands upon the former value stands, as another of its kind, upon the new one. */
const movedAlong = ({ argument, from, to }: Change, made: Arranged, subject: Subject): Arranged => {
  const old = referred(from);
  const other = referred(to);
  const names = new Map(old === undefined || other === undefined ? [] : [[old, other]]);
  const isUpon = ({ address, arguments: values }: GivenBlock): boolean =>
    isZone(argument)
      ? /_vswitch\./.test(address) && Object.values(values).some((value) => isSame(value, from))
      : addressesIn(values).some((one) => names.has(one));
  const given: GivenBlock[] = [...made.given];
  const beside = Object.entries(made.arguments).filter(([name]) => name !== argument.name);
  const wanted = new Set(addressesIn(Object.fromEntries(beside)));
  for (const block of subject.given) {
    if (names.has(block.address) || block.address.startsWith('data.') || !isUpon(block)) continue;
    if (!wanted.has(block.address)) continue;
    const { second, given: both } = besides(block, subject);
    const own = ownThings(block, names, subject).map((one) => {
      const copy = copyOf(one, subject);
      names.set(one.address, copy.address);
      return copy;
    });
    const [put = second] = renamedIn([inZone(second, { argument, from, to })], names);
    names.set(block.address, put.address);
    given.push(...own, ...both.filter((one) => one !== second), put);
  }
  const [renamed] = renamedIn([{ address: subject.address, arguments: Object.fromEntries(beside) }], names);
  return {
    arguments: { ...renamed?.arguments, [argument.name]: made.arguments[argument.name] ?? to },
    given,
  };
};

const isSame = (one: Value, other: Value): boolean =>
  [other, Array.isArray(other) ? other[0] : other].some(
    (value) => JSON.stringify(value) === JSON.stringify(one),
  );

const inZone = (block: GivenBlock, { argument, from, to }: Change): GivenBlock =>
  isZone(argument)
    ? {
        ...block,
        arguments: Object.fromEntries(
          Object.entries(block.arguments).map(([name, value]) => [
            name,
            isSame(value, from) ? (Array.isArray(to) ? (to[0] ?? value) : to) : value,
          ]),
        ),
      }
    : block;

/** What an attachment attaches can be in one place only: the other attachment has another. */
const ownThings = (
  { address, arguments: values }: GivenBlock,
  names: ReadonlyMap<string, string>,
  subject: Subject,
): GivenBlock[] =>
  /_attachment\./.test(address)
    ? subject.given
        .filter((one) => addressesIn(values).includes(one.address) && !names.has(one.address))
        .filter((one) => !one.address.startsWith('data.'))
    : [];

/** An address in the former VSwitch is at the same place in the new one. */
const inBlock = (value: Value, { from, to }: Change, given: readonly GivenBlock[]): Value => {
  const blockOf = (reference: Value): ReturnType<typeof blockIn> => {
    const cidr = given.findLast(({ address }) => address === referred(reference))?.arguments['cidr_block'];
    return typeof cidr === 'string' ? blockIn(cidr) : undefined;
  };
  const [former, next] = [blockOf(from), blockOf(to)];
  if (former === undefined || next === undefined) return value;
  const put = (one: Value): Value => {
    const address = typeof one === 'string' ? parseAddress(one) : undefined;
    if (address === undefined || !containsAddress(former, address) || containsAddress(next, address))
      return one;
    return formatAddress(next.first + ((address - former.first) % addressCount(next)));
  };
  return Array.isArray(value) ? value.map(put) : put(value);
};

/** Blocks of the other family in place of those of the former one. */
const inFamily = (value: Value, { argument, to }: Change): Value => {
  if (!/(?:address_family|ip_version)$/.test(argument.name)) return value;
  let count = 0;
  const put = (one: Value): Value => {
    if (Array.isArray(one)) return one.map(put);
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, put(member)]));
    if (typeof one !== 'string') return one;
    if (to === 'IPv6' && blockIn(one) !== undefined) return `2001:db8:${(++count).toString(16)}::/48`;
    if (to === 'IPv4' && /^[\da-f:]+::\/\d+$/i.test(one)) return `10.${++count}.0.0/16`;
    return one;
  };
  return put(value);
};

/** The platform of a system is none of the other's. */
const isOfFormerSystem = (name: string, { argument }: Change): boolean =>
  argument.name === 'os_type' && name === 'platform';
