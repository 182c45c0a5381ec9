/**
 * alicloud_vswitch (provider v1.240.0, resource_alicloud_vswitch.go).
 */
import { nullIfNotFound, deleteCall } from './api-error.ts';
import { flagOf, numberOf, textOf } from './argument-values.ts';
import { attributes } from './attributes.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { setVpcTags, tagMap } from './tags.ts';
import { waitFor } from './wait.ts';

const create = async (values: Arguments, api: Api): Promise<string> => {
  const zoneId = textOf(values, 'zone_id') ?? textOf(values, 'availability_zone');
  const ipv6CidrBlock = numberOf(values, 'ipv6_cidr_block_mask');
  const { vSwitchId = '' } =
    flagOf(values, 'is_default') === true
      ? await api.vpc('CreateDefaultVSwitch', { regionId: api.regionId, zoneId, ipv6CidrBlock })
      : await api.vpc('CreateVSwitch', {
          regionId: api.regionId,
          cidrBlock: textOf(values, 'cidr_block') ?? '',
          vpcId: textOf(values, 'vpc_id') ?? '',
          zoneId,
          vSwitchName: textOf(values, 'vswitch_name') ?? textOf(values, 'name'),
          description: textOf(values, 'description'),
          ipv6CidrBlock,
        });
  await waitUntilAvailable(vSwitchId, api);
  // The provider tags it after the creation, not with it.
  if (values['tags'] !== undefined) await setVpcTags(api, 'VSWITCH', vSwitchId, {}, values['tags']);
  return vSwitchId;
};

/** The reply of a VSwitch that is gone has an empty VSwitchId; the provider takes that, or a 404, for gone. */
const describe = async (id: string, api: Api) => {
  const answer = await nullIfNotFound(
    api.vpc('DescribeVSwitchAttributes', { regionId: api.regionId, vSwitchId: id }),
  );
  return answer === null || (answer.vSwitchId ?? '') === '' ? null : answer;
};

const waitUntilAvailable = (id: string, api: Api): Promise<void> =>
  waitFor(
    api,
    `status Available of the VSwitch ${id}`,
    async () => (await describe(id, api))?.status ?? null,
    'Available',
  );

const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const vswitch = await describe(id, api);
  if (vswitch === null) return null;
  return attributes({
    id,
    cidr_block: vswitch.cidrBlock,
    create_time: vswitch.creationTime,
    description: vswitch.description,
    ipv6_cidr_block: vswitch.ipv6CidrBlock,
    ipv6_cidr_block_mask: maskOf(vswitch.ipv6CidrBlock),
    status: vswitch.status,
    vswitch_name: vswitch.vSwitchName,
    name: vswitch.vSwitchName,
    vpc_id: vswitch.vpcId,
    zone_id: vswitch.zoneId,
    availability_zone: vswitch.zoneId,
    tags: tagMap(vswitch.tags?.tag),
  });
};

/** The last eight bits of an IPv6 block's network part, e.g. 15 of 2408:4005:300:4f0f::/64. */
const maskOf = (block: string | undefined): number | undefined => {
  const [address = '', length] = (block ?? '').split('/');
  if (length === undefined) return undefined;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = (tail ?? '').split(':').filter((group) => group !== '');
  while (tail !== undefined && groups.length + rest.length < 8) groups.push('0');
  const group = Number.parseInt([...groups, ...rest][Math.ceil(Number(length) / 16) - 1] ?? '', 16);
  return Number.isNaN(group) ? undefined : group & 0xff;
};

const update = async (id: string, changes: Arguments, api: Api): Promise<void> => {
  const names = ['name', 'vswitch_name', 'description', 'ipv6_cidr_block_mask', 'enable_ipv6'];
  if (names.some((name) => name in changes)) {
    const ipv6CidrBlock = numberOf(changes, 'ipv6_cidr_block_mask');
    await api.vpc('ModifyVSwitchAttribute', {
      regionId: api.regionId,
      vSwitchId: id,
      vSwitchName: textOf(changes, 'vswitch_name') ?? textOf(changes, 'name'),
      description: 'description' in changes ? (textOf(changes, 'description') ?? '') : undefined,
      enableIPv6: ipv6CidrBlock === undefined ? flagOf(changes, 'enable_ipv6') : true,
      ipv6CidrBlock,
    });
    await waitUntilAvailable(id, api);
  }
  if (changes['tags'] !== undefined) {
    await setVpcTags(api, 'VSWITCH', id, tagMap((await describe(id, api))?.tags?.tag), changes['tags']);
  }
};

const remove = async (id: string, api: Api): Promise<void> => {
  await deleteCall(api.vpc('DeleteVSwitch', { regionId: api.regionId, vSwitchId: id }));
  await waitFor(api, `end of the VSwitch ${id}`, async () => (await describe(id, api))?.status ?? null, null);
};

export const vswitch: ResourceBinding = {
  type: 'alicloud_vswitch',
  kind: 'resource',
  arguments: {
    availability_zone: { type: 'string', computed: true, forceNew: true, deprecated: true },
    cidr_block: { type: 'string', computed: true, forceNew: true },
    description: { type: 'string' },
    enable_ipv6: { type: 'bool', writeOnly: true },
    ipv6_cidr_block_mask: { type: 'number', computed: true },
    is_default: { type: 'bool', writeOnly: true },
    name: { type: 'string', computed: true, deprecated: true },
    tags: { type: 'map' },
    vpc_id: { type: 'string', computed: true, forceNew: true },
    vswitch_name: { type: 'string', computed: true },
    zone_id: { type: 'string', computed: true, forceNew: true },
  },
  rules: {
    exactlyOneOf: [['zone_id', 'availability_zone']],
    conflicting: [['vswitch_name', 'name']],
  },
  create,
  read,
  update,
  delete: remove,
};
