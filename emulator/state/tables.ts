import { Table } from './table.ts';
import type { ChangeListener, Row } from './table.ts';
import type { CommonBandwidthPackage } from './rows/common-bandwidth-package.ts';
import type { DedicatedHost, DedicatedHostCluster, DeploymentSet, HpcCluster } from './rows/deployment.ts';
import type { AutoProvisioningGroup } from './rows/auto-provisioning-group.ts';
import type { Activation, BusinessBehavior } from './rows/activation.ts';
import type { Command, Invocation } from './rows/command.ts';
import type { Disk } from './rows/disk.ts';
import type { ImageComponent, ImagePipeline, ImagePipelineExecution } from './rows/image-building.ts';
import type { Eip } from './rows/eip.ts';
import type { EcsTask } from './rows/ecs-task.ts';
import type {
  Ipv4Gateway,
  Ipv6Address,
  Ipv6EgressOnlyRule,
  Ipv6Gateway,
  Ipv6InternetBandwidth,
} from './rows/gateways.ts';
import type { HaVip } from './rows/ha-vip.ts';
import type { Image } from './rows/image.ts';
import type { NetworkInterfacePermission } from './rows/network-interface-permission.ts';
import type { Instance } from './rows/instance.ts';
import type { KmsKey } from './rows/kms-key.ts';
import type { KeyPair } from './rows/key-pair.ts';
import type { LaunchTemplate } from './rows/launch-template.ts';
import type { NetworkInterface } from './rows/network-interface.ts';
import type { NetworkAcl } from './rows/network-acl.ts';
import type { ForwardEntry, NatGateway, SnatEntry } from './rows/nat-gateway.ts';
import type { RouteTable, Vpc, VSwitch } from './rows/network.ts';
import type { OssBucket, OssObject } from './rows/oss.ts';
import type { ClientToken } from './rows/client-token.ts';
import type { PrefixList } from './rows/prefix-list.ts';
import type { RamRole } from './rows/ram-role.ts';
import type {
  CapacityReservation,
  ElasticityAssurance,
  ReservedInstance,
  StorageCapacityUnit,
} from './rows/reservation.ts';
import type { ResourceGroup } from './rows/resource-group.ts';
import type { RoleSession } from './rows/role-session.ts';
import type { SecurityGroup } from './rows/security-group.ts';
import type { SnapshotGroup } from './rows/snapshot-group.ts';
import type { AutoSnapshotPolicy } from './rows/snapshot-policy.ts';
import type { Snapshot } from './rows/snapshot.ts';
import type { TrafficMirrorFilter, TrafficMirrorSession } from './rows/traffic-mirror.ts';
import type {
  DhcpOptionsSet,
  FlowLog,
  GatewayEndpoint,
  PublicIpAddressPool,
  VpcPrefixList,
  VSwitchCidrReservation,
} from './rows/vpc-options.ts';

/** Empty references are not worth an index entry. */
const key = (value: string): string | undefined => (value === '' ? undefined : value);

/**
 * Every table of the emulator, with the indexes that filters and dependency checks need. A new resource
 * type is one line here and one row type under rows/.
 */
export const createTables = (changed: ChangeListener) => ({
  instances: new Table<
    Instance,
    | 'imageId'
    | 'vswitchId'
    | 'vpcId'
    | 'securityGroupId'
    | 'keyPair'
    | 'dedicatedHostId'
    | 'deploymentSetId'
    | 'hpcClusterId'
    | 'privatePoolId'
  >(
    {
      dedicatedHostId: (row) => key(row.dedicatedHostId ?? ''),
      deploymentSetId: (row) => key(row.deploymentSetId ?? ''),
      privatePoolId: (row) => key(row.privatePoolId ?? ''),
      hpcClusterId: (row) => key(row.hpcClusterId ?? ''),
      /** "account/region/name", which is the key pair's row. */
      keyPair: (row) =>
        row.keyPairName === '' ? undefined : `${row.accountId}/${row.regionId}/${row.keyPairName}`,
      imageId: (row) => key(row.imageId),
      vswitchId: (row) => key(row.vswitchId),
      vpcId: (row) => key(row.vpcId),
      securityGroupId: (row) => row.securityGroupIds,
    },
    changed,
    (row) => ({ ...row }),
  ),
  disks: new Table<Disk, 'instanceId' | 'imageId' | 'sourceSnapshotId' | 'autoSnapshotPolicyId'>(
    {
      instanceId: (row) => key(row.instanceId),
      imageId: (row) => key(row.imageId),
      sourceSnapshotId: (row) => key(row.sourceSnapshotId),
      autoSnapshotPolicyId: (row) => key(row.autoSnapshotPolicyId),
    },
    changed,
    (row) => ({ ...row }),
  ),
  images: new Table<Image, 'sharedWith' | 'snapshotId' | 'publicIn' | 'imageFamily' | 'name'>(
    {
      /** "account/region" of each account that the image is shared with. */
      sharedWith: (row) => row.shares.map((share) => `${share.accountId}/${row.regionId}`),
      snapshotId: (row) => row.diskMappings.map((mapping) => mapping.snapshotId).filter((id) => id !== ''),
      publicIn: (row) => (row.isPublic ? row.regionId : undefined),
      imageFamily: (row) => key(row.imageFamily),
      /** "account/region/name": names are unique there. */
      name: (row) => `${row.accountId}/${row.regionId}/${row.imageName}`,
    },
    changed,
  ),
  snapshots: new Table<Snapshot, 'sourceDiskId'>({ sourceDiskId: (row) => key(row.sourceDiskId) }, changed),
  securityGroups: new Table<SecurityGroup, 'vpcId' | 'referencedGroupId' | 'prefixListId'>(
    {
      prefixListId: (row) =>
        row.rules
          .flatMap((rule) => [rule.sourcePrefixListId, rule.destPrefixListId])
          .filter((id) => id !== ''),
      vpcId: (row) => key(row.vpcId),
      /** Groups that this one's rules name: they cannot be deleted while it does. */
      referencedGroupId: (row) =>
        row.rules.flatMap((rule) => [rule.sourceGroupId, rule.destGroupId]).filter((id) => id !== ''),
    },
    changed,
  ),
  networkInterfaces: new Table<
    NetworkInterface,
    'instanceId' | 'vswitchId' | 'securityGroupId' | 'address' | 'severalAddressesIn' | 'ipv4Prefix'
  >(
    {
      /** "vswitch/address" of each private address, it is unique in its VSwitch. */
      address: (row) => row.privateIpAddresses.map((address) => `${row.vswitchId}/${address}`),
      /** VSwitch of the interfaces that have more than one address, to count addresses by. */
      severalAddressesIn: (row) =>
        row.privateIpAddresses.length > 1 || (row.ipv4Prefixes?.length ?? 0) > 0 ? row.vswitchId : undefined,
      /** "vswitch/prefix" of each block of addresses. */
      ipv4Prefix: (row) => row.ipv4Prefixes?.map((prefix) => `${row.vswitchId}/${prefix}`),
      instanceId: (row) => key(row.instanceId),
      vswitchId: (row) => key(row.vswitchId),
      securityGroupId: (row) => row.securityGroupIds,
    },
    changed,
  ),
  keyPairs: new Table<KeyPair>({}, changed),
  snapshotPolicies: new Table<AutoSnapshotPolicy>({}, changed),
  snapshotGroups: new Table<SnapshotGroup, 'snapshotId'>({ snapshotId: (row) => row.snapshotIds }, changed),
  launchTemplates: new Table<LaunchTemplate, 'name'>(
    { name: (row) => `${row.accountId}/${row.regionId}/${row.launchTemplateName}` },
    changed,
  ),
  autoProvisioningGroups: new Table<AutoProvisioningGroup, 'instanceId'>(
    { instanceId: (row) => row.members.map(({ instanceId }) => instanceId) },
    changed,
  ),
  deploymentSets: new Table<DeploymentSet>({}, changed),
  hpcClusters: new Table<HpcCluster>({}, changed),
  dedicatedHostClusters: new Table<DedicatedHostCluster>({}, changed),
  dedicatedHosts: new Table<DedicatedHost, 'clusterId'>(
    { clusterId: (row) => key(row.dedicatedHostClusterId) },
    changed,
  ),
  prefixLists: new Table<PrefixList>({}, changed),
  commands: new Table<Command>({}, changed),
  invocations: new Table<Invocation, 'instanceId' | 'rebootOf'>(
    {
      instanceId: (row) => row.instances.map(({ instanceId }) => instanceId),
      /** Instances that it runs on when they start anew. */
      rebootOf: (row) =>
        row.repeatMode === 'NextRebootOnly' || row.repeatMode === 'EveryReboot'
          ? row.instances.filter(({ status }) => status === 'Scheduled').map(({ instanceId }) => instanceId)
          : undefined,
    },
    changed,
  ),
  activations: new Table<Activation>({}, changed),
  businessBehaviors: new Table<BusinessBehavior>({}, changed),
  capacityReservations: new Table<CapacityReservation>({}, changed),
  elasticityAssurances: new Table<ElasticityAssurance>({}, changed),
  storageCapacityUnits: new Table<StorageCapacityUnit>({}, changed),
  reservedInstances: new Table<ReservedInstance>({}, changed),
  ecsTasks: new Table<EcsTask, 'imageId'>({ imageId: (row) => row.imageId }, changed),
  imageComponents: new Table<ImageComponent>({}, changed),
  imagePipelines: new Table<ImagePipeline>({}, changed),
  imagePipelineExecutions: new Table<ImagePipelineExecution>({}, changed),
  networkInterfacePermissions: new Table<NetworkInterfacePermission, 'networkInterfaceId'>(
    { networkInterfaceId: (row) => row.networkInterfaceId },
    changed,
  ),
  vpcs: new Table<Vpc, 'dhcpOptionsSetId'>(
    { dhcpOptionsSetId: (row) => key(row.dhcpOptionsSetId ?? '') },
    changed,
  ),
  vswitches: new Table<VSwitch, 'vpcId'>({ vpcId: (row) => key(row.vpcId) }, changed),
  commonBandwidthPackages: new Table<CommonBandwidthPackage>({}, changed),
  eips: new Table<Eip, 'instanceId' | 'ipAddress' | 'bandwidthPackageId'>(
    {
      instanceId: (row) => row.association?.instanceId,
      ipAddress: (row) => row.ipAddress,
      bandwidthPackageId: (row) => row.commonBandwidth?.packageId,
    },
    changed,
  ),
  natGateways: new Table<NatGateway, 'vpcId' | 'vswitchId' | 'address' | 'snatTableId' | 'forwardTableId'>(
    {
      vpcId: (row) => row.vpcId,
      vswitchId: (row) => key(row.vswitchId),
      /** "vswitch/address", as network interfaces have it. */
      address: (row) => `${row.vswitchId}/${row.privateIpAddress}`,
      snatTableId: (row) => row.snatTableId,
      forwardTableId: (row) => row.forwardTableId,
    },
    changed,
  ),
  snatEntries: new Table<SnatEntry, 'natGatewayId'>({ natGatewayId: (row) => row.natGatewayId }, changed),
  forwardEntries: new Table<ForwardEntry, 'natGatewayId'>(
    { natGatewayId: (row) => row.natGatewayId },
    changed,
  ),
  haVips: new Table<HaVip, 'vswitchId' | 'address' | 'instanceId'>(
    {
      vswitchId: (row) => row.vswitchId,
      /** "vswitch/address", as network interfaces have it. */
      address: (row) => `${row.vswitchId}/${row.ipAddress}`,
      instanceId: (row) => row.associatedInstanceIds,
    },
    changed,
  ),
  networkAcls: new Table<NetworkAcl, 'vpcId'>({ vpcId: (row) => row.vpcId }, changed),
  ipv4Gateways: new Table<Ipv4Gateway, 'vpcId'>({ vpcId: (row) => row.vpcId }, changed),
  ipv6Gateways: new Table<Ipv6Gateway, 'vpcId'>({ vpcId: (row) => row.vpcId }, changed),
  ipv6Addresses: new Table<Ipv6Address, 'vswitchId'>({ vswitchId: (row) => row.vswitchId }, changed),
  ipv6EgressOnlyRules: new Table<Ipv6EgressOnlyRule, 'ipv6GatewayId'>(
    { ipv6GatewayId: (row) => row.ipv6GatewayId },
    changed,
  ),
  ipv6InternetBandwidths: new Table<Ipv6InternetBandwidth, 'ipv6AddressId' | 'ipv6GatewayId'>(
    { ipv6AddressId: (row) => row.ipv6AddressId, ipv6GatewayId: (row) => row.ipv6GatewayId },
    changed,
  ),
  dhcpOptionsSets: new Table<DhcpOptionsSet>({}, changed),
  vpcPrefixLists: new Table<VpcPrefixList>({}, changed),
  flowLogs: new Table<FlowLog, 'resourceId'>({ resourceId: (row) => row.resourceId }, changed),
  gatewayEndpoints: new Table<GatewayEndpoint, 'vpcId'>({ vpcId: (row) => row.vpcId }, changed),
  trafficMirrorFilters: new Table<TrafficMirrorFilter>({}, changed),
  trafficMirrorSessions: new Table<TrafficMirrorSession, 'trafficMirrorFilterId'>(
    { trafficMirrorFilterId: (row) => row.trafficMirrorFilterId },
    changed,
  ),
  vswitchCidrReservations: new Table<VSwitchCidrReservation, 'vswitchId'>(
    { vswitchId: (row) => row.vswitchId },
    changed,
  ),
  publicIpAddressPools: new Table<PublicIpAddressPool>({}, changed),
  roleSessions: new Table<RoleSession>({}, changed),
  ramRoles: new Table<RamRole>({}, changed),
  kmsKeys: new Table<KmsKey>({}, changed),
  ossBuckets: new Table<OssBucket, 'owner'>({ owner: (row) => row.accountId }, changed),
  ossObjects: new Table<OssObject, 'bucket'>({ bucket: (row) => row.bucket }, changed),
  resourceGroups: new Table<ResourceGroup>({}, changed),
  clientTokens: new Table<ClientToken>({}, changed),
  routeTables: new Table<RouteTable, 'vpcId'>({ vpcId: (row) => key(row.vpcId) }, changed),
});

export type Tables = ReturnType<typeof createTables>;

export type TableName = keyof Tables;

/** A table whose row type does not matter. */
export type AnyTable = Pick<Table<Row>, 'size' | 'get' | 'all' | 'delete'>;
