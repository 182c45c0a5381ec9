/**
 * What the page promises of its own block is checked in an example that works. Where the example is as old as its page,
 * or has a slip in what it only needs, the slip is mended here; that the example itself can be carried out is a promise
 * of its own, and is not kept.
 */
import type { GivenBlock, Value } from '../scenario.ts';
import type { Companions } from './companions.ts';
import { providerOf } from './values.ts';

/**
 * Blocks in dependency order, with what is mended in them.
 * @param own address of the page's own block
 */
export const mended = (blocks: readonly GivenBlock[], companions: Companions, own: string): GivenBlock[] =>
  withImagesOfToday(inNetwork(blocks.map((block) => withoutVerbs(spelledRight(block, companions)))), own);

/** "centos_7_04_64_20G_alibase_20170101.vhd" → "centos_7" */
const systemOf = (image: Value | undefined): string | undefined =>
  typeof image === 'string' ? /^([a-z]+\d*(?:_\d+)?)_\w+alibase_\d+\.vhd$/.exec(image)?.[1] : undefined;

/**
 * A public image has its day in its name, and is offered for a few years: what is only needed takes the newest one of
 * the same system.
 */
const withImagesOfToday = (blocks: readonly GivenBlock[], own: string): GivenBlock[] => {
  const asked = new Set<string>();
  return blocks.flatMap((block) => {
    const system = block.address === own ? undefined : systemOf(block.arguments['image_id']);
    if (system === undefined) return [block];
    const address = `data.${providerOf(block.address)}_images.alimock-${system.replaceAll('_', '-')}`;
    const images: GivenBlock = {
      address,
      arguments: { owners: 'system', name_regex: `^${system}_`, most_recent: true },
    };
    const before = asked.has(address) ? [] : [images];
    asked.add(address);
    return [...before, { ...block, arguments: { ...block.arguments, image_id: `\${${address}.ids.0}` } }];
  });
};

/** "avaiability_zone" is meant as the argument of the type's page that differs by one letter. */
const spelledRight = (block: GivenBlock, companions: Companions): GivenBlock => {
  const type = block.address.slice(0, block.address.lastIndexOf('.'));
  const page = companions.get(type);
  if (page === undefined) return block;
  const known = page.arguments.flatMap(({ path: [name], path }) =>
    path.length === 1 && name !== undefined ? [name] : [],
  );
  const renamed = Object.entries(block.arguments).map(([name, value]): [string, Value] => {
    if (known.includes(name)) return [name, value];
    const meant = known.find((one) => !(one in block.arguments) && isOneLetterAway(name, one));
    return [meant ?? name, value];
  });
  return { ...block, arguments: Object.fromEntries(renamed) };
};

/** One letter more, one less, or one other. Short names may differ by a letter and mean another thing. */
const isOneLetterAway = (one: string, other: string): boolean => {
  if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const rests = (from: string, by: number): string => from.slice(at + by);
  const [less, more] = one.length < other.length ? [one, other] : [other, one];
  return one.length === other.length ? rests(one, 1) === rests(other, 1) : rests(less, 0) === rests(more, 1);
};

/** "${var.name}%d": an example that was taken out of a test's code has a number where it said so. */
const withoutVerbs = (block: GivenBlock): GivenBlock => ({
  ...block,
  arguments: Object.fromEntries(
    Object.entries(block.arguments).map(([name, value]) => [
      name,
      typeof value === 'string' && /name$/.test(name) ? value.replaceAll('%d', '1') : value,
    ]),
  ),
});

const isOfType = (noun: string) => (address: string) => new RegExp(`^[a-z]+_${noun}\\.`).test(address);
const isInstance = isOfType('instance');
const isGroup = isOfType('security_group');

/** What an instance has that stands in a network, or that says elsewhere where it stands. */
const placed = [
  'vswitch_id',
  'subnet_id',
  'launch_template_id',
  'launch_template_name',
  'network_interfaces',
];

/**
 * Instances that name no VSwitch were made in the classic network, which is open to old accounts alone
 * (instance.html.markdown, `vswitch_id`): they are put into a network that is made for them.
 */
const inNetwork = (blocks: readonly GivenBlock[]): GivenBlock[] => {
  const classic = blocks.find(
    ({ address, arguments: values }) => isInstance(address) && placed.every((name) => !(name in values)),
  );
  if (classic === undefined || blocks.some(({ address }) => isOfType('(?:vpc|vswitch)')(address))) {
    return [...blocks];
  }
  const provider = providerOf(classic.address);
  const zone = classic.arguments['availability_zone'];
  const network: GivenBlock = {
    address: `${provider}_vpc.alimock`,
    arguments: { vpc_name: 'alimock', cidr_block: '172.16.0.0/12' },
  };
  const part: GivenBlock = {
    address: `${provider}_vswitch.alimock`,
    arguments: {
      vswitch_name: 'alimock',
      vpc_id: `\${${network.address}.id}`,
      cidr_block: '172.16.0.0/24',
      ...(zone === undefined ? {} : { zone_id: zone }),
    },
  };
  const firstInside = blocks.findIndex(({ address }) => isGroup(address) || isInstance(address));
  return blocks.flatMap((block, at) => {
    const { address, arguments: values } = block;
    const before = [...(at === firstInside ? [network] : []), ...(block === classic ? [part] : [])];
    if (isInstance(address) && placed.every((name) => !(name in values))) {
      return [...before, { ...block, arguments: { ...values, vswitch_id: `\${${part.address}.id}` } }];
    }
    if (isGroup(address) && !('vpc_id' in values)) {
      return [...before, { ...block, arguments: { ...values, vpc_id: `\${${network.address}.id}` } }];
    }
    return [...before, block];
  });
};
