/**
 * What examples take for granted. Those of data source pages look things up that somebody made before, most by
 * ids that are placeholders. Here these things are made by calls to the API before Terraform comes; names that
 * an example searches for are given to them, and ids that nobody can choose take the placeholders' places.
 */
import type { Account, Parameters } from '../../emulator/api-client.ts';
import { launch, systemDiskOf } from '../../emulator/behaviour/image-steps.ts';
import { makeNetwork, zoneId } from '../../emulator/behaviour/instance-steps.ts';

/** Text of the example → what stands for it: '"example_id"' → '"d-bp1…"'. */
export type Replacements = Readonly<Record<string, string>>;

type Given = (account: Account) => Promise<Replacements>;

/** Makes one thing. @param answered where the answer has its id */
const make = async (
  account: Account,
  action: string,
  parameters: Parameters,
  answered: string,
): Promise<string> => (await account.call(action, parameters)).text(answered);

/** One thing by one call, whose id stands for a placeholder. */
const one =
  (action: string, parameters: Parameters, answered: string, placeholder: string): Given =>
  async (account) => ({ [placeholder]: JSON.stringify(await make(account, action, parameters, answered)) });

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const command = { Name: 'tf-testAcc-list', Type: 'RunShellScript', CommandContent: base64('ls') };

const diskOf = async (account: Account): Promise<string> => systemDiskOf(account, await launch(account));

const dedicatedHostClusters: Given = async (account) => {
  const cluster = (name: string): Promise<string> =>
    make(
      account,
      'CreateDedicatedHostCluster',
      { ZoneId: zoneId, DedicatedHostClusterName: name },
      'DedicatedHostClusterId',
    );
  await cluster('example_value');
  const id = await cluster('my-DedicatedHostCluster');
  return { '"example_id"': JSON.stringify(id), 'zone_id = "example_value"': `zone_id = "${zoneId}"` };
};

const invocations: Given = async (account) => {
  const commandId = await make(account, 'CreateCommand', command, 'CommandId');
  const instanceId = await launch(account);
  const parameters = { CommandId: commandId, InstanceId: [instanceId] };
  return { '"example-id"': JSON.stringify(await make(account, 'InvokeCommand', parameters, 'InvokeId')) };
};

/** The template takes the type of the first instance that there is. */
const launchTemplate: Given = async (account) => {
  await launch(account);
  const { vpcId, vswitchId, securityGroupId } = await makeNetwork(account);
  return {
    '"sw-ljkngaksdjfj0nnasdf"': JSON.stringify(vswitchId),
    '"vpc-asdfnbg0as8dfk1nb2"': JSON.stringify(vpcId),
    '"sg-zxcvj0lasdf102350asdf9a"': JSON.stringify(securityGroupId),
  };
};

const networkInterface = async (account: Account, more: Parameters = {}): Promise<string> => {
  const { vswitchId, securityGroupId } = await makeNetwork(account);
  const parameters = { VSwitchId: vswitchId, SecurityGroupId: securityGroupId, ...more };
  return make(account, 'CreateNetworkInterface', parameters, 'NetworkInterfaceId');
};

const networkInterfacePermissions: Given = async (account) => {
  const id = await networkInterface(account);
  const permission = await make(
    account,
    'CreateNetworkInterfacePermission',
    { NetworkInterfaceId: id, AccountId: await account.id(), Permission: 'InstanceAttach' },
    'NetworkInterfacePermission.NetworkInterfacePermissionId',
  );
  return { '["example_value"]': JSON.stringify([permission]), '"example_value"': JSON.stringify(id) };
};

const snapshotGroups: Given = async (account) => {
  const systemDisk = { SystemDisk: { Category: 'cloud_essd' } };
  const instanceId = await launch(account, undefined, systemDisk);
  const parameters = { InstanceId: instanceId, Name: 'my-SnapshotGroup' };
  const id = await make(account, 'CreateSnapshotGroup', parameters, 'SnapshotGroupId');
  return { '"example-id"': JSON.stringify(id), '"example-instance_id"': JSON.stringify(instanceId) };
};

const snapshot =
  (name: string, placeholder: string): Given =>
  async (account) => {
    const parameters = { DiskId: await diskOf(account), SnapshotName: name };
    return { [placeholder]: JSON.stringify(await make(account, 'CreateSnapshot', parameters, 'SnapshotId')) };
  };

/** Has nothing to replace: the example finds it by what it chose itself. */
const found =
  (given: (account: Account) => Promise<unknown>): Given =>
  async (account) => {
    await given(account);
    return {};
  };

const reserved = { ZoneId: [zoneId], InstanceAmount: 1, PrivatePoolOptions: { Name: 'default' } };

/** By page; a page that is not listed takes nothing for granted. */
export const givenBefore: Readonly<Record<string, Given>> = {
  'd/disks.html.markdown': found((account) =>
    account.call('CreateDisk', {
      ZoneId: zoneId,
      Size: 20,
      DiskName: 'sample_disk',
      DiskCategory: 'cloud_efficiency',
    }),
  ),
  'd/ecs_activations.html.markdown': found((account) =>
    account.call('CreateActivation', { InstanceName: 'office', InstanceCount: 1 }),
  ),
  'd/ecs_auto_snapshot_policies.html.markdown': one(
    'CreateAutoSnapshotPolicy',
    {
      regionId: 'cn-hangzhou',
      autoSnapshotPolicyName: 'tf-testAcc',
      repeatWeekdays: '["1"]',
      timePoints: '["1"]',
      retentionDays: 7,
    },
    'AutoSnapshotPolicyId',
    '"sp-bp14e66xxxxxxxx"',
  ),
  'd/ecs_commands.html.markdown': one('CreateCommand', command, 'CommandId', '"E2RY53-xxxx"'),
  'd/ecs_dedicated_host_clusters.html.markdown': dedicatedHostClusters,
  'd/ecs_dedicated_hosts.html.markdown': found((account) =>
    account.call('AllocateDedicatedHosts', {
      DedicatedHostType: 'ddh.g5',
      DedicatedHostName: 'tf-testAcc',
      ZoneId: zoneId,
    }),
  ),
  'd/ecs_deployment_sets.html.markdown': one(
    'CreateDeploymentSet',
    { DeploymentSetName: 'my-DeploymentSet' },
    'DeploymentSetId',
    '"example_id"',
  ),
  'd/ecs_hpc_clusters.html.markdown': one(
    'CreateHpcCluster',
    { Name: 'tf-testAcc' },
    'HpcClusterId',
    '"hpc-bp1i09xxxxxxxx"',
  ),
  'd/ecs_image_components.html.markdown': one(
    'CreateImageComponent',
    { Name: 'my-ImageComponent', Content: 'RUN yum update -y' },
    'ImageComponentId',
    '"example_id"',
  ),
  'd/ecs_image_pipelines.html.markdown': one(
    'CreateImagePipeline',
    { Name: 'my-ImagePipeline', BaseImageType: 'IMAGE_FAMILY', BaseImage: 'acs:ubuntu_22_04_x64' },
    'ImagePipelineId',
    '"example_value"',
  ),
  'd/ecs_invocations.html.markdown': invocations,
  'd/ecs_key_pairs.html.markdown': found((account) =>
    account.call('CreateKeyPair', { KeyPairName: 'key_pair_name' }),
  ),
  'd/ecs_network_interface_permissions.html.markdown': networkInterfacePermissions,
  'd/ecs_network_interfaces.html.markdown': found((account) =>
    networkInterface(account, { NetworkInterfaceName: 'eni-ipv6' }),
  ),
  'd/ecs_prefix_lists.html.markdown': one(
    'CreatePrefixList',
    { PrefixListName: 'tf-testAcc', AddressFamily: 'IPv4', MaxEntries: 2 },
    'PrefixListId',
    '"E2RY53-xxxx"',
  ),
  'd/ecs_snapshot_groups.html.markdown': snapshotGroups,
  'd/ecs_snapshots.html.markdown': snapshot('tf-test', '"s-bp1fvuxxxxxxxx"'),
  'd/ecs_storage_capacity_units.html.markdown': found((account) =>
    account.call('PurchaseStorageCapacityUnit', {
      Name: 'my-StorageCapacityUnit',
      Capacity: 20,
      Amount: 1,
      Period: 1,
      PeriodUnit: 'Month',
    }),
  ),
  'd/instances.html.markdown': found((account) => launch(account, undefined, { InstanceName: 'web_server' })),
  'd/snapshots.html.markdown': snapshot('tf-testAcc-snapshot', '"s-123456890abcdef"'),
  'r/launch_template.html.markdown': launchTemplate,
  // These two refer to a resource that they do not declare.
  'd/ecs_capacity_reservations.html.markdown': async (account) => {
    const id = await make(
      account,
      'CreateCapacityReservation',
      { ...reserved, InstanceType: 'ecs.c6.large', Platform: 'linux' },
      'PrivatePoolOptionsId',
    );
    const block = 'alicloud_ecs_capacity_reservation.default';
    return { [`${block}.id`]: JSON.stringify(id), [`${block}.name`]: '"default"' };
  },
  'd/ecs_elasticity_assurances.html.markdown': async (account) => {
    const parameters = { ...reserved, InstanceType: ['ecs.c6.large'], Period: 1, PeriodUnit: 'Month' };
    const id = await make(account, 'CreateElasticityAssurance', parameters, 'PrivatePoolOptionsId');
    return { 'alicloud_ecs_elasticity_assurance.default.id': JSON.stringify(id) };
  },
};

/** The example with what stands for its placeholders. @throws Error if one of them is not in it */
export const withGiven = (text: string, replacements: Replacements): string =>
  Object.entries(replacements).reduce((before, [placeholder, value]) => {
    if (!before.includes(placeholder)) throw new Error(`the example has no ${placeholder}`);
    return before.replaceAll(placeholder, value);
  }, text);
