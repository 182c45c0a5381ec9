import { findInstanceType } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { DedicatedHost } from '../state/rows/deployment.ts';
import type { Instance } from '../state/rows/instance.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import type { Tables } from '../state/tables.ts';
import { encodedOnce } from '../wire/encode.ts';
import { prefixSetsOf } from './network-interface-prefixes.ts';
import { toTagList } from './tags.ts';

type DescribedInstances = NonNullable<ReturnType<EcsOperation<'DescribeInstances'>>['instances']>;

/** An instance as DescribeInstances answers it. */
export type DescribedInstance = NonNullable<DescribedInstances['instance']>[number];

/** What DescribeInstances tells only if AdditionalAttributes.N asks for it. */
export interface ReplyOptions {
  readonly metadataOptions: boolean;
  readonly loginAsNonRoot: boolean;
  readonly saleCycle: boolean;
}

/** The end of what has no end. */
export const endOfTime = '2099-12-31T15:59Z';

/** A reply with what it was made of. */
interface Described {
  readonly interfaces: readonly (NetworkInterface | undefined)[];
  readonly host: DedicatedHost | undefined;
  readonly reply: DescribedInstance;
}

/**
 * Rows are immutable, so a reply stays right until the instance's row, one of its interfaces', or its
 * host's, is another one. Listing is the hot path: most rows of a page have not changed since the last call.
 */
const described = new WeakMap<Instance, Described>();

/** All that DescribeInstances tells of an instance; for a reply only (see encodedOnce). */
export const describeInstance = (
  instance: Instance,
  { tables }: Context,
  options: ReplyOptions,
): DescribedInstance => {
  const isUsual = !options.metadataOptions && !options.loginAsNonRoot && !options.saleCycle;
  const known = isUsual ? described.get(instance) : undefined;
  if (known !== undefined && isStillSo(known, instance, tables)) return known.reply;
  const interfaces = instance.networkInterfaceIds.map((id) => tables.networkInterfaces.get(id));
  const host = hostOf(instance, tables);
  const compose = (): DescribedInstance =>
    composeReply(
      instance,
      interfaces.filter((row) => row !== undefined),
      host,
      options,
    );
  if (!isUsual) return compose();
  const reply = encodedOnce(compose);
  described.set(instance, { interfaces, host, reply });
  return reply;
};

const hostOf = ({ dedicatedHostId }: Instance, { dedicatedHosts }: Tables): DedicatedHost | undefined =>
  dedicatedHostId === undefined ? undefined : dedicatedHosts.get(dedicatedHostId);

const isStillSo = ({ interfaces, host }: Described, instance: Instance, tables: Tables): boolean => {
  if (host !== hostOf(instance, tables)) return false;
  let at = 0;
  for (const id of instance.networkInterfaceIds) {
    if (interfaces[at++] !== tables.networkInterfaces.get(id)) return false;
  }
  return true;
};

const composeReply = (
  instance: Instance,
  interfaces: readonly NetworkInterface[],
  host: DedicatedHost | undefined,
  options: ReplyOptions,
): DescribedInstance => ({
  ...identityOf(instance),
  ...systemOf(instance),
  ...networkOf(instance, interfaces),
  ...chargeOf(instance, options),
  ...deploymentOf(instance, host),
  metadataOptions: options.metadataOptions
    ? { ...instance.metadataOptions, instanceMetadataTags: 'disabled' }
    : { httpEndpoint: '', httpTokens: '' },
  imageOptions: options.loginAsNonRoot ? { loginAsNonRoot: instance.loginAsNonRoot } : undefined,
  operationLocks: { lockReason: instance.operationLocks.map(({ lockReason }) => ({ lockReason })) },
  tags: { tag: toTagList(instance.tags) },
});

const identityOf = (instance: Instance) => ({
  instanceId: instance.id,
  instanceName: instance.instanceName,
  description: instance.description,
  hostName: instance.hostName,
  serialNumber: instance.serialNumber,
  status: instance.status,
  stoppedMode: instance.stoppedMode,
  regionId: instance.regionId,
  zoneId: instance.zoneId,
  clusterId: '',
  resourceGroupId: instance.resourceGroupId,
  keyPairName: instance.keyPairName,
  creationTime: toIsoMinutes(instance.createdAt),
  startTime: instance.startedAt === null ? '' : toIsoMinutes(instance.startedAt),
  autoReleaseTime: instance.autoReleaseTime,
  deletionProtection: instance.deletionProtection,
  deviceAvailable: true,
  recyclable: false,
});

const systemOf = (instance: Instance) => {
  const type = findInstanceType(instance.instanceType);
  const threadsPerCore = type !== undefined && type.vcpu > 1 && type.architecture === 'X86' ? 2 : 1;
  return {
    imageId: instance.imageId,
    OSName: instance.osName,
    OSNameEn: instance.osNameEn,
    OSType: instance.osType,
    instanceType: instance.instanceType,
    instanceTypeFamily: type?.family ?? '',
    cpu: type?.vcpu ?? 0,
    memory: (type?.memoryGiB ?? 0) * 1024,
    cpuOptions: {
      coreCount: Math.max(1, Math.floor((type?.vcpu ?? 1) / threadsPerCore)),
      threadsPerCore,
      numa: 'ON',
    },
    GPUAmount: type?.gpu?.amount ?? 0,
    GPUSpec: type?.gpu?.spec ?? '',
    localStorageAmount: type?.localDisks?.amount,
    localStorageCapacity: type?.localDisks?.sizeGb,
    ioOptimized: true,
    creditSpecification: instance.creditSpecification,
    hibernationOptions: { configured: false },
  };
};

/** How an instance can be reached, as DescribeInstances and DescribeInstanceAttribute say it. */
export const addressesOf = (instance: Instance) => ({
  instanceNetworkType: 'vpc',
  vlanId: '',
  vpcAttributes: {
    vpcId: instance.vpcId,
    vSwitchId: instance.vswitchId,
    natIpAddress: '',
    privateIpAddress: { ipAddress: [instance.privateIpAddress] },
  },
  innerIpAddress: { ipAddress: [] },
  publicIpAddress: { ipAddress: instance.publicIpAddress === null ? [] : [instance.publicIpAddress] },
  eipAddress: {
    allocationId: instance.eipAddress?.allocationId ?? '',
    ipAddress: instance.eipAddress?.ipAddress ?? '',
    internetChargeType: instance.eipAddress?.internetChargeType ?? '',
    bandwidth: instance.eipAddress?.bandwidth,
  },
  internetChargeType: instance.internetChargeType,
  internetMaxBandwidthIn: instance.internetMaxBandwidthIn,
  internetMaxBandwidthOut: instance.internetMaxBandwidthOut,
  securityGroupIds: { securityGroupId: [...instance.securityGroupIds] },
});

const networkOf = (instance: Instance, interfaces: readonly NetworkInterface[]) => ({
  ...addressesOf(instance),
  rdmaIpAddress: { ipAddress: [] },
  networkInterfaces: { networkInterface: interfaces.map(describeAttached) },
});

const describeAttached = (row: NetworkInterface) => ({
  networkInterfaceId: row.id,
  type: row.type,
  macAddress: row.macAddress,
  primaryIpAddress: row.privateIpAddress,
  privateIpSets: {
    privateIpSet: row.privateIpAddresses.map((privateIpAddress) => ({
      privateIpAddress,
      primary: privateIpAddress === row.privateIpAddress,
    })),
  },
  ipv6Sets: { ipv6Set: row.ipv6Addresses.map((ipv6Address) => ({ ipv6Address })) },
  ...prefixSetsOf(row),
});

const chargeOf = (instance: Instance, { saleCycle }: ReplyOptions) => ({
  instanceChargeType: instance.instanceChargeType,
  expiredTime: expiredTimeOf(instance),
  saleCycle: saleCycle ? (instance.period?.unit.toLowerCase() ?? '') : '',
  spotStrategy: instance.spotStrategy,
  spotPriceLimit: instance.spotPriceLimit,
  spotDuration: instance.spotDuration,
  spotInterruptionBehavior: instance.spotInterruptionBehavior,
});

/** "2024-01-01T00:00Z"; far away for what is paid as you go. */
export const expiredTimeOf = ({ expiresAt }: Instance): string =>
  expiresAt === null ? endOfTime : toIsoMinutes(expiresAt);

const deploymentOf = (instance: Instance, host: DedicatedHost | undefined) => ({
  deploymentSetId: instance.deploymentSetId ?? '',
  hpcClusterId: instance.hpcClusterId ?? '',
  dedicatedHostAttribute: {
    dedicatedHostId: host?.id ?? '',
    dedicatedHostName: host?.dedicatedHostName ?? '',
    dedicatedHostClusterId: host?.dedicatedHostClusterId ?? '',
  },
  dedicatedInstanceAttribute: {
    affinity: host === undefined ? '' : 'default',
    tenancy: host === undefined ? '' : 'host',
  },
  ecsCapacityReservationAttr: {
    capacityReservationId: instance.privatePoolId ?? '',
    capacityReservationPreference: '',
  },
});
