/** Another block of the kind that a value refers to. */
import type { Argument } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import type { Context } from './arrange.ts';
import { supplyOf } from './example.ts';
import type { Subject } from './example.ts';
import { secondText } from './second-text.ts';
import type { SecondValue } from './second-value.ts';
import { wellKnown } from './well-known.ts';

/** @param reference "${alicloud_vpc.default.id}" @returns null where no other can be told */
export const secondReference = (
  reference: string,
  argument: Argument,
  { subject, companions }: Context,
): SecondValue | null => {
  const match = /^\$\{((?:data\.)?[\w-]+\.[\w-]+)((?:\.[\w*-]+)*)\}$/.exec(reference);
  if (match?.[1] === undefined) return null;
  const [, address, path = ''] = match;
  if (address.startsWith('data.')) return secondFound(address, path, argument);
  const block = subject.given.find((candidate) => candidate.address === address);
  if (block === undefined) return null;
  // What the page of its type makes is made of other things, where a copy would want the same once more.
  const supply = supplyOf(address.split('.')[0] ?? '', companions, {}, '-second');
  if (supply !== null && isExclusive(block)) {
    return { value: `\${${supply.address}${path}}`, given: supply.blocks };
  }
  const { second, given } = besides(block, subject);
  return { value: `\${${second.address}${path}}`, given };
};

/** Another block of the kind, with what makes room for it. */
export const besides = (
  block: GivenBlock,
  subject: Subject,
): { readonly second: GivenBlock; readonly given: readonly GivenBlock[] } => {
  const halved = halves(block, subject);
  if (halved !== null) return { second: halved[1], given: halved };
  const second = copyOf(block, subject);
  return { second, given: [second] };
};

/** The next entry of a data source's list, where it surely has one. */
const secondFound = (address: string, path: string, { name }: Argument): SecondValue | null => {
  const type = address.split('.')[1] ?? '';
  const other = wellKnown[type];
  if (other !== undefined) {
    const { value, blocks, before } = other;
    return { value, given: blocks, ...(before === undefined ? {} : { before }) };
  }
  // What was found by chance may be the only one.
  if (name === 'instance_type' && !type.endsWith('_instance_types')) {
    return { value: 'ecs.g6.xlarge', given: [] };
  }
  // Of a list within a list the inner one is the entry's own: "instance_types.0.availability_zones.0".
  const next = path.replace(/\.0(?=(?:\.[a-z_]+)*$)/, '.1');
  return next === path ? null : { value: `\${${address}${next}}`, given: [] };
};

/** Whether it takes something that only one can have: a disk, an interface. */
const isExclusive = ({ address }: GivenBlock): boolean => /_attachment\./.test(address);

/** `bucket` of an alicloud_oss_bucket is its name. */
const isOwnName = (name: string, { address }: GivenBlock): boolean =>
  address.slice(0, address.indexOf('.')).endsWith(`_${name}`);

/** Of a VSwitch that fills its VPC, the lower half under its own address and the upper one as another; else null. */
const halves = (block: GivenBlock, subject: Subject): [GivenBlock, GivenBlock] | null => {
  const { address, arguments: values } = block;
  const cidr = values['cidr_block'];
  const vpc = subject.given.find((one) => /_vpc\./.test(one.address))?.arguments['cidr_block'];
  if (!/_vswitch\./.test(address) || typeof cidr !== 'string' || cidr !== vpc) return null;
  const [, three = '', last, bits] = /^(\d+\.\d+\.\d+)\.(\d+)\/(\d+)$/.exec(cidr) ?? [];
  if (last === undefined || Number(bits) !== 24) return null;
  const second = copyOf(block, subject);
  return [
    { ...block, arguments: { ...values, cidr_block: `${three}.0/25` } },
    { ...second, arguments: { ...second.arguments, cidr_block: `${three}.128/25` } },
  ];
};

/** Another of the same, with a name, an address and a block of addresses of its own. */
export const copyOf = (block: GivenBlock, subject: Subject): GivenBlock => ({
  ...block,
  address: `${block.address}-second`,
  arguments: Object.fromEntries(
    Object.entries(block.arguments).map(([name, value]) => [name, copied(name, value, block, subject)]),
  ),
});

/** A copy has a name, an address and a block of addresses of its own. */
const copied = (name: string, value: Value, block: GivenBlock, subject: Subject): Value => {
  if (typeof value !== 'string' || value.includes('${')) return value;
  if (/(^|_)name$/.test(name) || isOwnName(name, block)) return `${value}-second`;
  if (/ip(?:_address)?$/.test(name)) return secondText(value) ?? value;
  if (name !== 'cidr_block' || !/_vswitch\./.test(block.address)) return value;
  const [, one, two, three, last, bits] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(value) ?? [];
  if (three === undefined || bits === undefined) return value;
  // A neighbour, where the VPC has room for it.
  const vpc = subject.given.find(({ address }) => /_vpc\./.test(address))?.arguments['cidr_block'];
  const room = typeof vpc === 'string' ? Number(vpc.split('/')[1]) : 0;
  return room < Number(bits) ? `${one}.${two}.${Number(three) + 1}.${last}/${bits}` : value;
};
