/** The HCL that the console offers for logged calls makes the same once more: applied by the real Terraform. */
import type { ReplayCall } from '../../../console/src/replay/call.ts';
import { toHcl } from '../../../console/src/replay/hcl.ts';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator, StateSnapshot } from '../../../emulator/index.ts';
import { wireParameters } from '../../../emulator/wire/wire-parameters.ts';
import { Account, sendDirectly } from '../../emulator/api-client.ts';
import type { Parameters } from '../../emulator/api-client.ts';
import { launch, systemDiskOf, ubuntu } from '../../emulator/behaviour/image-steps.ts';
import { makeNetwork, zoneId } from '../../emulator/behaviour/instance-steps.ts';
import { needsTerraform } from '../terraform-provider.ts';
import { expect, test } from './fixtures.ts';
import { owner, problemsOf, Project } from './project.ts';

needsTerraform();

const region = 'cn-hangzhou';
const publicKey = `ssh-rsa ${Buffer.concat([
  Buffer.from([0, 0, 0, 7]),
  Buffer.from('ssh-rsa'),
  Buffer.from([0, 0, 0, 3, 1, 0, 1, 0, 0, 1, 1, 0]),
  Buffer.alloc(256, 0xa5),
]).toString('base64')}`;

/** What HCL, and Terraform's templates, would take for their own. */
const awkward = `it's "1" of \${x} %{x} $\${y} \\n 位 & =+`;
const tags = [{ Key: 'k', Value: awkward }];

const provider = `terraform {
  required_providers {
    alicloud = { source = "aliyun/alicloud" }
  }
}
provider "alicloud" {
  access_key             = "${owner}"
  secret_key             = "any"
  region                 = "${region}"
  protocol               = "HTTP"
  skip_region_validation = true
}
`;

interface Made {
  readonly action: string;
  readonly parameters: Parameters;
  readonly product?: 'Vpc';
  /** Where it is, and which members of it are the call's doing. */
  readonly table: keyof StateSnapshot['tables'];
  readonly members: readonly string[];
}

/** One call of each kind that HCL is offered for, in an account that has what they need. */
const callsIn = async (account: Account): Promise<readonly Made[]> => {
  const { vpcId, vswitchId, securityGroupId } = await makeNetwork(account);
  const diskId = await systemDiskOf(account, await launch(account));
  const snapshot = await account.call('CreateSnapshot', { DiskId: diskId });
  const snapshotId = snapshot.text('SnapshotId');
  return [
    {
      action: 'CreateVpc',
      product: 'Vpc',
      parameters: { VpcName: 'again', CidrBlock: '10.0.0.0/8', Description: awkward, Tag: tags },
      table: 'vpcs',
      members: ['vpcName', 'cidrBlock', 'description', 'tags'],
    },
    {
      action: 'CreateVSwitch',
      product: 'Vpc',
      parameters: { VpcId: vpcId, ZoneId: zoneId, CidrBlock: '172.16.9.0/24', VSwitchName: 'again' },
      table: 'vswitches',
      members: ['vpcId', 'zoneId', 'cidrBlock', 'vswitchName'],
    },
    {
      action: 'CreateSecurityGroup',
      parameters: { VpcId: vpcId, SecurityGroupName: 'again', Description: awkward, Tag: tags },
      table: 'securityGroups',
      members: ['vpcId', 'securityGroupName', 'description', 'tags'],
    },
    {
      action: 'CreateImage',
      parameters: { SnapshotId: snapshotId, ImageName: 'again', Description: awkward, Tag: tags },
      table: 'images',
      members: ['imageName', 'description', 'tags', 'sourceSnapshotId', 'size'],
    },
    {
      action: 'CreateDisk',
      parameters: { ZoneId: zoneId, DiskCategory: 'cloud_essd', Size: 40, DiskName: 'again', Tag: tags },
      table: 'disks',
      members: ['zoneId', 'category', 'size', 'diskName', 'tags', 'type'],
    },
    {
      action: 'CreateSnapshot',
      parameters: { DiskId: diskId, SnapshotName: 'again', Description: awkward },
      table: 'snapshots',
      members: ['sourceDiskId', 'snapshotName', 'description'],
    },
    {
      action: 'ImportKeyPair',
      parameters: { KeyPairName: 'again', PublicKeyBody: publicKey },
      table: 'keyPairs',
      members: ['keyPairName', 'fingerprint'],
    },
    {
      action: 'RunInstances',
      parameters: {
        ImageId: ubuntu,
        InstanceType: 'ecs.g6.large',
        VSwitchId: vswitchId,
        SecurityGroupId: securityGroupId,
        InstanceName: 'again',
        Description: awkward,
        SystemDisk: { Category: 'cloud_essd', Size: 60 },
        Tag: tags,
      },
      table: 'instances',
      members: ['imageId', 'instanceType', 'instanceName', 'description', 'vswitchId', 'tags'],
    },
  ];
};

/** Has a call made, and gives it as the console's log has it. */
const logged = async (emulator: Emulator, { action, parameters, product }: Made): Promise<ReplayCall> => {
  const told: ReplayCall[] = [];
  const end = emulator.onCall(({ call }) =>
    told.push({
      ...{ action: call.action, version: call.version, accessKeyId: call.accessKeyId, endpoint: '' },
      parameters: [...call.parameters].filter(([name]) => !wireParameters.has(name)),
    }),
  );
  await new Account(sendDirectly(emulator), owner, region).call(action, parameters, product);
  end();
  const [call] = told;
  if (call === undefined) throw new Error(`${action} was not told`);
  return call;
};

/** The named members of what is in a table and was not before. */
const newRows = (emulator: Emulator, before: StateSnapshot, { table, members }: Made): unknown[] => {
  const known = new Set(before.tables[table].map(({ id }) => id));
  return emulator
    .view()
    .tables[table].filter(({ id }) => !known.has(id))
    .map((row) => Object.fromEntries(members.map((member) => [member, Reflect.get(row, member)])));
};

test('HCL makes again what the logged calls made, and a second plan finds nothing to do', async ({
  seats,
}) => {
  const emulator = createEmulator();
  const made = await callsIn(new Account(sendDirectly(emulator), owner, region));
  const blocks: string[] = [];
  const expected: unknown[] = [];
  const before = emulator.snapshot();
  for (const one of made) {
    // Each by itself: an instance brings a disk along.
    const fork = emulator.fork();
    const hcl = toHcl(await logged(fork, one));
    expect(hcl, one.action).not.toContain('Not said here');
    blocks.push(hcl ?? '');
    expected.push(newRows(fork, before, one));
  }
  const project = await Project.create({ 'main.tf': provider + blocks.join('\n') }, { seats, emulator });
  try {
    const applied = await project.apply();
    expect(problemsOf(applied)).toBe('');
    made.forEach((one, at) =>
      expect(newRows(emulator, before, one), one.action).toEqual(
        expect.arrayContaining(expected[at] as unknown[]),
      ),
    );
    expect(await project.plan()).toEqual([]);
  } finally {
    await project.remove();
  }
});

test('an image that is shared with two accounts gets a resource for each', async ({ seats }) => {
  const emulator = createEmulator();
  const account = new Account(sendDirectly(emulator), owner, region);
  const others = ['a', 'b'].map((key) => emulator.accountIdOf(key));
  const image = await account.call('CreateImage', { InstanceId: await launch(account), ImageName: 'shared' });
  const ImageId = image.text('ImageId');
  const share: Made = {
    action: 'ModifyImageSharePermission',
    parameters: { ImageId, AddAccount: others },
    table: 'images',
    members: [],
  };
  const hcl = toHcl(await logged(emulator.fork(), share));
  const project = await Project.create({ 'main.tf': provider + (hcl ?? '') }, { seats, emulator });
  try {
    expect(problemsOf(await project.apply())).toBe('');
    const shared = await account.call('DescribeImageSharePermission', { ImageId });
    expect(shared.list('Accounts.Account').map((one) => one.text('AliyunId'))).toEqual(others);
  } finally {
    await project.remove();
  }
});
