import { byId, member } from './kind.ts';
import type { Kind } from './kind.ts';
import { networkKinds } from './network-kinds.ts';
import type { Row } from '../state/table.ts';

/** What the console shows, in its order. Sessions and client tokens are none of it: they hold secrets. */
export const kinds: readonly Kind[] = [
  {
    name: 'instances',
    title: 'Instances',
    nameMember: 'instanceName',
    columns: [
      'status',
      'instanceType',
      'zoneId',
      'privateIpAddress',
      'publicIpAddress',
      'imageId',
      'vswitchId',
      'vpcId',
      'securityGroupIds',
      'createdAt',
    ],
    deletion: byId('DeleteInstance', 'InstanceId', { takesForce: true }),
  },
  {
    name: 'images',
    title: 'Images',
    nameMember: 'imageName',
    columns: ['status', 'size', 'osName', 'architecture', 'shares', 'isPublic', 'createdAt'],
    deletion: byId('DeleteImage', 'ImageId', { takesForce: true }),
  },
  {
    name: 'disks',
    title: 'Disks',
    nameMember: 'diskName',
    columns: ['status', 'type', 'category', 'size', 'instanceId', 'imageId', 'zoneId', 'createdAt'],
    deletion: byId('DeleteDisk', 'DiskId'),
  },
  {
    name: 'snapshots',
    title: 'Snapshots',
    nameMember: 'snapshotName',
    columns: ['status', 'sourceDiskId', 'sourceDiskSize', 'snapshotType', 'createdAt'],
    deletion: byId('DeleteSnapshot', 'SnapshotId', { takesForce: true }),
  },
  ...networkKinds,
  {
    name: 'keyPairs',
    title: 'Key pairs',
    nameMember: 'keyPairName',
    columns: ['fingerprint', 'createdAt'],
    deletion: {
      product: 'Ecs',
      action: 'DeleteKeyPairs',
      takesForce: false,
      parameters: (row) => ({ KeyPairNames: JSON.stringify([member(row, 'keyPairName')]) }),
    },
  },
  {
    name: 'launchTemplates',
    title: 'Launch templates',
    nameMember: 'launchTemplateName',
    columns: ['defaultVersionNumber', 'latestVersionNumber', 'createdAt'],
    deletion: byId('DeleteLaunchTemplate', 'LaunchTemplateId'),
  },
  {
    name: 'autoProvisioningGroups',
    title: 'Auto provisioning groups',
    nameMember: 'name',
    columns: ['status', 'state', 'totalTargetCapacity', 'launchTemplateId', 'members', 'createdAt'],
    deletion: byId('DeleteAutoProvisioningGroup', 'AutoProvisioningGroupId'),
  },
  {
    name: 'snapshotPolicies',
    title: 'Snapshot policies',
    nameMember: 'autoSnapshotPolicyName',
    columns: ['timePoints', 'repeatWeekdays', 'retentionDays', 'createdAt'],
    deletion: {
      product: 'Ecs',
      action: 'DeleteAutoSnapshotPolicy',
      takesForce: false,
      // This old action writes both with a small letter.
      parameters: (row) => ({ autoSnapshotPolicyId: row.id, regionId: row.regionId }),
    },
  },
  {
    name: 'snapshotGroups',
    title: 'Snapshot groups',
    nameMember: 'name',
    columns: ['instanceId', 'snapshotIds', 'createdAt'],
    deletion: byId('DeleteSnapshotGroup', 'SnapshotGroupId'),
  },
  {
    name: 'commands',
    title: 'Commands',
    nameMember: 'name',
    columns: ['type', 'invokeTimes', 'createdAt'],
    deletion: byId('DeleteCommand', 'CommandId'),
  },
  {
    name: 'invocations',
    title: 'Invocations',
    nameMember: 'commandName',
    columns: ['commandId', 'commandType', 'repeatMode', 'frequency', 'createdAt'],
  },
  {
    name: 'imagePipelines',
    title: 'Image pipelines',
    nameMember: 'name',
    columns: ['baseImage', 'instanceType', 'createdAt'],
    deletion: byId('DeleteImagePipeline', 'ImagePipelineId'),
  },
  {
    name: 'imagePipelineExecutions',
    title: 'Image pipeline executions',
    nameMember: 'imageName',
    columns: ['status', 'imagePipelineId', 'imageId', 'createdAt'],
  },
  {
    name: 'ecsTasks',
    title: 'Tasks',
    nameMember: 'action',
    columns: ['status', 'progress', 'imageId', 'createdAt'],
  },
  {
    name: 'imageComponents',
    title: 'Image components',
    nameMember: 'name',
    columns: ['componentType', 'componentVersion', 'systemType', 'createdAt'],
    deletion: byId('DeleteImageComponent', 'ImageComponentId'),
  },
  {
    name: 'dedicatedHosts',
    title: 'Dedicated hosts',
    nameMember: 'dedicatedHostName',
    columns: ['status', 'dedicatedHostType', 'dedicatedHostClusterId', 'zoneId', 'createdAt'],
    deletion: byId('ReleaseDedicatedHost', 'DedicatedHostId'),
  },
  {
    name: 'dedicatedHostClusters',
    title: 'Dedicated host clusters',
    nameMember: 'dedicatedHostClusterName',
    columns: ['zoneId', 'createdAt'],
    deletion: byId('DeleteDedicatedHostCluster', 'DedicatedHostClusterId'),
  },
  {
    name: 'deploymentSets',
    title: 'Deployment sets',
    nameMember: 'deploymentSetName',
    columns: ['strategy', 'groupCount', 'createdAt'],
    deletion: byId('DeleteDeploymentSet', 'DeploymentSetId'),
  },
  {
    name: 'hpcClusters',
    title: 'HPC clusters',
    nameMember: 'name',
    columns: ['createdAt'],
    deletion: byId('DeleteHpcCluster', 'HpcClusterId'),
  },
  {
    name: 'prefixLists',
    title: 'Prefix lists',
    nameMember: 'prefixListName',
    columns: ['addressFamily', 'maxEntries', 'entries', 'createdAt'],
    deletion: byId('DeletePrefixList', 'PrefixListId'),
  },
  {
    name: 'capacityReservations',
    title: 'Capacity reservations',
    nameMember: 'name',
    columns: ['status', 'instanceType', 'instanceAmount', 'zoneId', 'createdAt'],
  },
  {
    name: 'elasticityAssurances',
    title: 'Elasticity assurances',
    nameMember: 'name',
    columns: ['status', 'instanceType', 'instanceAmount', 'zoneId', 'createdAt'],
  },
  {
    name: 'reservedInstances',
    title: 'Reserved instances',
    nameMember: 'reservedInstanceName',
    columns: ['status', 'instanceType', 'instanceAmount', 'scope', 'createdAt'],
  },
  {
    name: 'storageCapacityUnits',
    title: 'Storage capacity units',
    nameMember: 'name',
    columns: ['status', 'capacity', 'createdAt'],
  },
  {
    name: 'activations',
    title: 'Activations',
    nameMember: 'instanceName',
    columns: ['instanceCount', 'disabled', 'createdAt'],
    deletion: byId('DeleteActivation', 'ActivationId'),
  },
  {
    name: 'ossBuckets',
    title: 'OSS buckets',
    nameMember: 'id',
    columns: ['acl', 'storageClass', 'createdAt'],
  },
  {
    name: 'ossObjects',
    title: 'OSS objects',
    nameMember: 'key',
    columns: ['bucket', 'contentType', 'etag', 'modifiedAt'],
  },
  {
    name: 'ramRoles',
    title: 'RAM roles',
    nameMember: 'roleName',
    columns: ['description', 'createdAt'],
    deletion: {
      product: 'Ram',
      action: 'DeleteRole',
      takesForce: false,
      parameters: (row) => ({ RoleName: member(row, 'roleName') }),
    },
  },
  {
    name: 'kmsKeys',
    title: 'KMS keys',
    nameMember: 'description',
    columns: ['state', 'keySpec', 'createdAt'],
  },
  {
    name: 'resourceGroups',
    title: 'Resource groups',
    nameMember: 'name',
    columns: ['displayName', 'status', 'createdAt'],
    deletion: byId('DeleteResourceGroup', 'ResourceGroupId', { product: 'ResourceManager' }),
  },
];

const byName = new Map<string, Kind>(kinds.map((kind) => [kind.name, kind]));

/** The kind of that name. */
export const kindOf = (name: string): Kind | undefined => byName.get(name);

/** The name that a user gave to a resource; empty where there is none. */
export const nameOf = (kind: Kind, row: Row): string => member(row, kind.nameMember);
