/**
 * alicloud_vpc (provider v1.240.0, resource_alicloud_vpc.go).
 */
import { nullIfNotFound, deleteCall } from './api-error.ts';
import { flagOf, numberOf, textOf, textsOf } from './argument-values.ts';
import { attributes } from './attributes.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { setVpcTags, tagMap, tagsOf } from './tags.ts';
import { waitFor } from './wait.ts';

const create = async (values: Arguments, api: Api): Promise<string> => {
  const id =
    flagOf(values, 'is_default') === true ? await createDefault(values, api) : await createOwn(values, api);
  await waitUntilAvailable(id, api);
  await updateRouteTable(id, values, api);
  for (const block of textsOf(values, 'secondary_cidr_blocks') ?? []) await addSecondary(id, block, api);
  return id;
};

const createOwn = async (values: Arguments, api: Api): Promise<string> => {
  const { vpcId } = await api.vpc('CreateVpc', {
    regionId: api.regionId,
    cidrBlock: textOf(values, 'cidr_block'),
    vpcName: textOf(values, 'vpc_name') ?? textOf(values, 'name'),
    description: textOf(values, 'description'),
    resourceGroupId: textOf(values, 'resource_group_id'),
    userCidr: textsOf(values, 'user_cidrs')?.join(','),
    ipv6CidrBlock: textOf(values, 'ipv6_cidr_block'),
    ipv6Isp: textOf(values, 'ipv6_isp'),
    enableIpv6: flagOf(values, 'enable_ipv6'),
    ipv4IpamPoolId: textOf(values, 'ipv4_ipam_pool_id'),
    ipv4CidrMask: numberOf(values, 'ipv4_cidr_mask'),
    enableDnsHostname: dnsHostname(textOf(values, 'dns_hostname_status')),
    dryRun: flagOf(values, 'dry_run'),
    tag: tagsOf(values),
  });
  return vpcId ?? '';
};

const createDefault = async (values: Arguments, api: Api): Promise<string> => {
  const { vpcId } = await api.vpc('CreateDefaultVpc', {
    regionId: api.regionId,
    ipv6CidrBlock: textOf(values, 'ipv6_cidr_block'),
    enableIpv6: flagOf(values, 'enable_ipv6'),
    resourceGroupId: textOf(values, 'resource_group_id'),
  });
  return vpcId ?? '';
};

const dnsHostname = (status: string | undefined): boolean | undefined =>
  status === undefined ? undefined : status === 'ENABLED';

const describe = (id: string, api: Api) =>
  nullIfNotFound(api.vpc('DescribeVpcAttribute', { regionId: api.regionId, vpcId: id }));

const waitUntilAvailable = (id: string, api: Api): Promise<void> =>
  waitFor(
    api,
    `status Available of the VPC ${id}`,
    async () => (await describe(id, api))?.status ?? null,
    'Available',
  );

/** The system route table, whose name and description are the VPC's arguments. */
const systemRouteTable = async (id: string, api: Api) => {
  const answer = await nullIfNotFound(
    api.vpc('DescribeRouteTableList', { regionId: api.regionId, vpcId: id }),
  );
  const tables = answer?.routerTableList?.routerTableListType ?? [];
  return tables.find((table) => table.routeTableType === 'System' && table.vpcId === id);
};

const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const vpc = await describe(id, api);
  if (vpc === null || (vpc.vpcId ?? '') === '') return null;
  const table = await systemRouteTable(id, api);
  return attributes({
    id,
    cidr_block: vpc.cidrBlock,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the provider still reads it
    classic_link_enabled: vpc.classicLinkEnabled,
    create_time: vpc.creationTime,
    description: vpc.description,
    dns_hostname_status: vpc.dnsHostnameStatus,
    enable_ipv6: vpc.enabledIpv6,
    ipv6_cidr_block: vpc.ipv6CidrBlock,
    ipv6_cidr_blocks: (vpc.ipv6CidrBlocks?.ipv6CidrBlock ?? []).map((block) => ({
      ipv6_cidr_block: block.ipv6CidrBlock,
      ipv6_isp: block.ipv6Isp,
    })),
    region_id: vpc.regionId,
    resource_group_id: table?.resourceGroupId ?? vpc.resourceGroupId,
    route_table_id: table?.routeTableId,
    router_table_id: table?.routeTableId,
    router_id: table?.routerId ?? vpc.VRouterId,
    secondary_cidr_blocks: vpc.secondaryCidrBlocks?.secondaryCidrBlock ?? [],
    status: vpc.status,
    system_route_table_description: table?.description,
    system_route_table_name: table?.routeTableName,
    tags: tagMap(vpc.tags?.tag),
    user_cidrs: vpc.userCidrs?.userCidr ?? [],
    vpc_name: vpc.vpcName,
    name: vpc.vpcName,
  });
};

const update = async (id: string, changes: Arguments, api: Api): Promise<void> => {
  await modify(id, changes, api);
  if (textOf(changes, 'resource_group_id') !== undefined) {
    await api.vpc('MoveResourceGroup', {
      regionId: api.regionId,
      resourceId: id,
      resourceType: 'VPC',
      newResourceGroupId: textOf(changes, 'resource_group_id'),
    });
  }
  await updateRouteTable(id, changes, api);
  if ('secondary_cidr_blocks' in changes) await updateSecondary(id, changes, api);
  if (changes['tags'] !== undefined) {
    await setVpcTags(api, 'VPC', id, tagMap((await describe(id, api))?.tags?.tag), changes['tags']);
  }
};

const modify = async (id: string, changes: Arguments, api: Api): Promise<void> => {
  const names = ['description', 'name', 'vpc_name', 'cidr_block', 'enable_ipv6', 'dns_hostname_status'];
  if (!names.some((name) => name in changes)) return;
  await api.vpc('ModifyVpcAttribute', {
    regionId: api.regionId,
    vpcId: id,
    description: 'description' in changes ? (textOf(changes, 'description') ?? '') : undefined,
    vpcName: textOf(changes, 'vpc_name') ?? textOf(changes, 'name'),
    cidrBlock: textOf(changes, 'cidr_block'),
    enableIPv6: flagOf(changes, 'enable_ipv6'),
    enableDnsHostname: dnsHostname(textOf(changes, 'dns_hostname_status')),
  });
  await waitUntilAvailable(id, api);
};

const updateRouteTable = async (id: string, changes: Arguments, api: Api): Promise<void> => {
  const routeTableName = textOf(changes, 'system_route_table_name');
  const description = textOf(changes, 'system_route_table_description');
  if (routeTableName === undefined && description === undefined) return;
  const routeTableId = (await systemRouteTable(id, api))?.routeTableId;
  await api.vpc('ModifyRouteTableAttributes', {
    regionId: api.regionId,
    routeTableId,
    routeTableName,
    description,
  });
};

const addSecondary = async (id: string, block: string, api: Api): Promise<void> => {
  await api.vpc('AssociateVpcCidrBlock', {
    regionId: api.regionId,
    vpcId: id,
    secondaryCidrBlock: block,
    ipVersion: 'IPV4',
  });
  await waitUntilAvailable(id, api);
};

const updateSecondary = async (id: string, changes: Arguments, api: Api): Promise<void> => {
  for (const block of (await describe(id, api))?.secondaryCidrBlocks?.secondaryCidrBlock ?? []) {
    await api.vpc('UnassociateVpcCidrBlock', {
      regionId: api.regionId,
      vpcId: id,
      secondaryCidrBlock: block,
    });
  }
  for (const block of textsOf(changes, 'secondary_cidr_blocks') ?? []) await addSecondary(id, block, api);
};

const remove = async (id: string, api: Api): Promise<void> => {
  await deleteCall(api.vpc('DeleteVpc', { regionId: api.regionId, vpcId: id }), ['InvalidResource.NotFound']);
  await waitFor(api, `end of the VPC ${id}`, async () => (await describe(id, api))?.status ?? null, null);
};

export const vpc: ResourceBinding = {
  type: 'alicloud_vpc',
  kind: 'resource',
  arguments: {
    cidr_block: { type: 'string', computed: true },
    classic_link_enabled: { type: 'bool' },
    description: { type: 'string' },
    dns_hostname_status: { type: 'string', computed: true, allowed: ['ENABLED', 'DISABLED', 'MODIFYING'] },
    dry_run: { type: 'bool', writeOnly: true },
    enable_ipv6: { type: 'bool' },
    ipv4_cidr_mask: { type: 'number', writeOnly: true },
    ipv4_ipam_pool_id: { type: 'string', writeOnly: true },
    ipv6_cidr_block: { type: 'string', computed: true, forceNew: true },
    ipv6_isp: { type: 'string', writeOnly: true },
    is_default: { type: 'bool', writeOnly: true },
    name: { type: 'string', computed: true, deprecated: true },
    resource_group_id: { type: 'string', computed: true },
    secondary_cidr_blocks: { type: 'list', computed: true, deprecated: true },
    secondary_cidr_mask: { type: 'number', writeOnly: true },
    system_route_table_description: { type: 'string' },
    system_route_table_name: { type: 'string' },
    tags: { type: 'map' },
    user_cidrs: { type: 'list', computed: true, forceNew: true },
    vpc_name: { type: 'string', computed: true },
  },
  rules: { conflicting: [['vpc_name', 'name']] },
  create,
  read,
  update,
  delete: remove,
};
