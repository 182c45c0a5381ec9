import type { Context, Transitions, VpcOperation } from '../context.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { HaVip } from '../state/rows/ha-vip.ts';
import { fault } from '../wire/fault.ts';
import { allocateAddress } from './addresses.ts';
import { given } from './changes.ts';
import { requireHaVip, requireVSwitch } from './lookup.ts';
import { readText } from './names.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Lifelike time until an HAVIP is Available; milliseconds. */
const creationTime = 2_000;

const available = 'ha-vip.available';

/** Makes a virtual address in a VSwitch. */
export const createHaVip: VpcOperation<'CreateHaVip'> = (request, context) => {
  const vswitch = requireVSwitch(context, request.vSwitchId);
  const row = context.tables.haVips.insert({
    id: context.newId('havip'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Creating',
    name: readText('Name', request.name) ?? '',
    description: readText('Description', request.description) ?? '',
    ipAddress: allocateAddress(context, vswitch, request.ipAddress),
    vpcId: vswitch.vpcId,
    vswitchId: vswitch.id,
    associatedInstanceType: '',
    associatedInstanceIds: [],
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  context.schedule(creationTime, available, row.id);
  return { haVipId: row.id, ipAddress: row.ipAddress };
};

/** Changes name and description. */
export const modifyHaVipAttribute: VpcOperation<'ModifyHaVipAttribute'> = (request, context) => {
  const { id } = requireHaVip(context, request.haVipId);
  context.tables.haVips.update(
    id,
    given({
      name: readText('Name', request.name),
      description: readText('Description', request.description),
    }),
  );
  return {};
};

/** Deletes an HAVIP that nothing is bound to. @throws Fault IncorrectHaVipStatus */
export const deleteHaVip: VpcOperation<'DeleteHaVip'> = ({ haVipId }, context) => {
  const { id, status } = requireHaVip(context, haVipId);
  const { eips, haVips } = context.tables;
  if (status !== 'Available' || eips.by('instanceId', id).count > 0) {
    throw fault('IncorrectHaVipStatus', { Id: id, Status: status });
  }
  haVips.delete(id);
  return {};
};

/** Lists the caller's HAVIPs in the region, newest first; a filter has up to five values. */
export const describeHaVips: VpcOperation<'DescribeHaVips'> = (request, context) => {
  const filters = (request.filter ?? []).map(({ key = '', value }) => filterBy(key, value ?? []));
  const matches = matchesAll<HaVip>([
    ...filters,
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.haVips.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  return { ...info, haVips: { haVip: items.map((row) => describe(row, context)) } };
};

/** What a filter's key looks at (API page DescribeHaVips, Filter). */
const valuesByKey: Readonly<Record<string, (row: HaVip) => string>> = {
  vpcid: ({ vpcId }) => vpcId,
  vswitchid: ({ vswitchId }) => vswitchId,
  status: ({ status }) => status,
  havipid: ({ id }) => id,
  havipaddress: ({ ipAddress }) => ipAddress,
};

const filterBy = (key: string, values: readonly string[]) => {
  const valueOf = valuesByKey[key.toLowerCase()];
  if (valueOf === undefined) {
    throw fault('InvalidParameter', { Parameter: 'Filter', Reason: `there is no filter ${key}` });
  }
  return isOneOf(values, valueOf);
};

const describe = (row: HaVip, { tables }: Context) => ({
  haVipId: row.id,
  name: row.name,
  description: row.description,
  status: row.status,
  ipAddress: row.ipAddress,
  vpcId: row.vpcId,
  vSwitchId: row.vswitchId,
  regionId: row.regionId,
  chargeType: 'PostPaid',
  createTime: toIsoSeconds(row.createdAt),
  associatedInstanceType: row.associatedInstanceType,
  associatedInstances: { associatedInstance: [...row.associatedInstanceIds] },
  associatedEipAddresses: {
    associatedEipAddresse: tables.eips
      .by('instanceId', row.id)
      .toArray()
      .map(({ ipAddress }) => ipAddress),
  },
  // Which instance answers is agreed between the instances, by VRRP; none does here.
  masterInstanceId: '',
  resourceGroupId: row.resourceGroupId,
  tags: { tag: toVpcTagList(row.tags) },
});

export const haVipTransitions: Transitions = {
  [available]: (id, { tables }) => {
    if (tables.haVips.get(id)?.status === 'Creating') tables.haVips.update(id, { status: 'Available' });
  },
};
