/**
 * alicloud_ecs_instance_set (provider v1.240.0, resource_alicloud_ecs_instance_set.go): several instances of one
 * configuration. The id is the Base64 of their ids with commas between. What it reads is the first instance's.
 */
import { deleteCall, nullIfNotFound } from './api-error.ts';
import { blocksOf, numberOf, textMapOf, textOf, textsOf } from './argument-values.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { InvalidArgumentsError, InvalidIdError } from './binding.ts';
import { callStep, itemsAt, shapesOf } from './derived/calls.ts';
import type { Subject } from './derived/calls.ts';
import { argumentFacts, argumentRules, entriesOf } from './derived/facts.ts';
import { takeAll } from './derived/take.ts';
import { waitFor } from './wait.ts';

const type = 'alicloud_ecs_instance_set';

/** Read of the instance; the system disk's are read of the disk. */
const readOfInstance = [
  'resource_group_id', 'hpc_cluster_id', 'description', 'image_id', 'instance_type', 'zone_id',
  'auto_release_time', 'internet_charge_type', 'internet_max_bandwidth_out', 'key_pair_name', 'spot_strategy',
  'spot_price_limit', 'dedicated_host_id', 'instance_charge_type', 'deletion_protection', 'deployment_set_id',
  'security_group_ids', 'vswitch_id', 'tags',
]; // prettier-ignore
const systemDisk: Readonly<Record<string, string>> = {
  system_disk_category: 'Category',
  system_disk_size: 'Size',
  system_disk_name: 'DiskName',
  system_disk_description: 'Description',
  system_disk_auto_snapshot_policy_id: 'AutoSnapshotPolicyId',
  system_disk_performance_level: 'PerformanceLevel',
};

const encoded = (ids: readonly string[]): string => Buffer.from(ids.join(',')).toString('base64');

const idsIn = (id: string): string[] => {
  const ids = Buffer.from(id, 'base64').toString('utf8').split(',');
  if (ids.every((one) => /^i-[a-z0-9]+$/.test(one))) return ids;
  throw new InvalidIdError(type, id, 'the Base64 of ids of instances');
};

type Instances = NonNullable<Awaited<ReturnType<typeof describe>>>;

/** @returns null where none of them is there */
const describe = async (ids: readonly string[], api: Api) => {
  const request = { regionId: api.regionId, instanceIds: JSON.stringify(ids), pageSize: 100 };
  const found = (await nullIfNotFound(api.ecs('DescribeInstances', request)))?.instances?.instance ?? [];
  return found.length === 0 ? null : found;
};

const namesOf = (instances: Instances): string[] => instances.map(({ instanceId = '' }) => instanceId);

/** Members of data_disks that RunInstances knows by other names, as the provider sends them. */
const diskParameters: Readonly<Record<string, string>> = {
  disk_size: 'size',
  disk_category: 'category',
  disk_description: 'description',
};

const withDisks = (values: Arguments): Arguments => {
  const disks = blocksOf(values, 'data_disks').map((disk) =>
    Object.fromEntries(Object.entries(disk).map(([name, value]) => [diskParameters[name] ?? name, value])),
  );
  return disks.length === 0 ? values : { ...values, data_disks: disks };
};

const create = async (values: Arguments, api: Api, subject: Subject): Promise<string> => {
  const step = {
    action: 'RunInstances',
    omit: ['amount', 'tags', 'boot_check_os_with_assistant', 'exclude_instance_filter'],
  };
  const amount = numberOf(values, 'amount') ?? 1;
  const answer = await callStep(step, withDisks(values), subject, api, { Amount: amount });
  const { items } = itemsAt(answer, shapesOf('Ecs', step.action).response, '');
  const held = items[0]?.['instanceIdSets'];
  const ids =
    textsOf(typeof held === 'object' && !Array.isArray(held) ? (held ?? {}) : {}, 'instanceIdSet') ?? [];
  const running = async (): Promise<string> => {
    const found = (await describe(ids, api)) ?? [];
    return found.length === ids.length && found.every(({ status }) => status === 'Running')
      ? 'Running'
      : 'Starting';
  };
  await waitFor(api, `status Running of ${ids.join(', ')}`, running, 'Running');
  const id = encoded(ids);
  if (values['tags'] !== undefined) await setTags(id, values, api);
  return id;
};

const setTags = async (id: string, values: Arguments, api: Api): Promise<void> => {
  const ids = namesOf((await describe(idsIn(id), api)) ?? []);
  const target = { regionId: api.regionId, resourceType: 'instance', resourceId: ids };
  const tag = Object.entries(textMapOf(values['tags'])).map(([key, value]) => ({ key, value }));
  await api.call('Ecs', 'UntagResources', { ...target, all: true });
  if (tag.length > 0) await api.call('Ecs', 'TagResources', { ...target, tag });
};

const read = async (id: string, api: Api, subject: Subject): Promise<Attributes | null> => {
  const found = await describe(idsIn(id), api);
  const [first] = found ?? [];
  if (found === null || first === undefined) return null;
  const entriesNamed = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(subject.entries).filter(([name]) => names.includes(name)));
  const taken = async (
    action: string,
    item: string,
    names: readonly string[],
    fields: Readonly<Record<string, string>>,
    request: Arguments,
  ) => {
    const answer = await api.call('Ecs', action, { regionId: api.regionId, ...request });
    const { items, shape } = itemsAt(answer, shapesOf('Ecs', action).response, item);
    return items[0] === undefined ? {} : takeAll(items[0], entriesNamed(names), shape, fields);
  };
  const instanceId = first.instanceId ?? '';
  return {
    ...(await taken(
      'DescribeInstances',
      'Instances.Instance',
      readOfInstance,
      { vswitch_id: 'VpcAttributes.VSwitchId' },
      { instanceIds: JSON.stringify([instanceId]) },
    )),
    ...(await taken('DescribeDisks', 'Disks.Disk', Object.keys(systemDisk), systemDisk, {
      instanceId,
      diskType: 'system',
    })),
    instance_ids: namesOf(found),
    id: encoded(namesOf(found)),
  };
};

/** What a filter names is taken out of the set. */
const exclude = async (
  id: string,
  { exclude_instance_filter: filter }: Arguments,
  api: Api,
): Promise<void> => {
  const [block] = blocksOf({ filter: filter ?? null }, 'filter');
  if (block === undefined) {
    throw new InvalidArgumentsError('to make excluded instances anew is nothing that the driver sdk does');
  }
  const wanted = textsOf(block, 'value') ?? [];
  const found = (await describe(idsIn(id), api)) ?? [];
  const excluded = found.filter(({ instanceId = '', instanceName = '' }) =>
    wanted.includes(textOf(block, 'key') === 'InstanceName' ? instanceName : instanceId),
  );
  if (excluded.length > 0) await deleteAll(namesOf(excluded), api);
};

const deleteAll = async (ids: readonly string[], api: Api): Promise<void> => {
  const request = { regionId: api.regionId, instanceId: [...ids], force: true };
  await deleteCall(api.call('Ecs', 'DeleteInstances', request));
  const gone = async (): Promise<string | null> => ((await describe(ids, api)) === null ? null : 'there');
  await waitFor(api, `the end of ${ids.join(', ')}`, gone, null);
};

export const instanceSet = (): ResourceBinding => {
  const entries = entriesOf('resource', type);
  const subject: Subject = {
    product: 'Ecs',
    entries,
    parameters: {
      network_interfaces: 'NetworkInterface',
      data_disks: 'DataDisk',
      system_disk_name: 'SystemDisk.DiskName',
    },
    translated: {},
  };
  const isRead = (name: string): boolean => readOfInstance.includes(name) || name in systemDisk;
  return {
    kind: 'resource',
    type,
    arguments: argumentFacts(entries, (name) => !isRead(name)),
    rules: argumentRules(entries),
    create: (values, api) => create(values, api, subject),
    read: (id, api) => read(id, api, subject),
    update: async (id, changes, api, values) => {
      if ('tags' in changes) await setTags(id, values, api);
      if ('exclude_instance_filter' in changes) await exclude(id, changes, api);
    },
    delete: async (id, api) => {
      const found = await describe(idsIn(id), api);
      if (found !== null) await deleteAll(namesOf(found), api);
    },
  };
};
