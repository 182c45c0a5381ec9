import type { RuleId } from '../../../emulator/rules/index.ts';
import type { Account } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { withoutRules } from './image-steps.ts';
import { find, makeNetwork, makeSecurityGroup, run, runOne } from './instance-steps.ts';

/** What each rule forbids; each must be refused with the rule, and pass without it. */
const acts: readonly [RuleId, (account: Account) => Promise<unknown>][] = [
  ['instance.type-in-zone', (account) => run(account, { InstanceType: 'ecs.t1.small' })],
  ['instance.zone-of-vswitch', (account) => run(account, { ZoneId: 'cn-hangzhou-i' })],
  ['instance.amount', (account) => run(account, { Amount: 101 })],
  [
    'instance.same-vpc',
    async (account) =>
      run(account, { SecurityGroupId: (await makeNetwork(account, '10.0.0.0/16')).securityGroupId }),
  ],
  [
    'instance.start-stopped-only',
    async (account) => account.call('StartInstance', { InstanceId: await runOne(account) }),
  ],
  [
    'instance.stop-running-only',
    async (account) => {
      const id = await runOne(account);
      await account.call('StopInstance', { InstanceId: id });
      await account.call('StopInstance', { InstanceId: id });
    },
  ],
  [
    'instance.delete-stopped-only',
    async (account) => account.call('DeleteInstance', { InstanceId: await runOne(account) }),
  ],
  [
    'instance.deletion-protection',
    async (account) =>
      account.call('DeleteInstance', {
        InstanceId: await runOne(account, { DeletionProtection: true }),
        Force: true,
      }),
  ],
  [
    'instance.type-change-stopped-only',
    async (account) =>
      account.call('ModifyInstanceSpec', {
        InstanceId: await runOne(account),
        InstanceType: 'ecs.g6.large',
      }),
  ],
  [
    'security-group.last-group',
    async (account) => {
      const network = await makeNetwork(account);
      const id = await runOne(account, {}, network);
      await account.call('LeaveSecurityGroup', { InstanceId: id, SecurityGroupId: network.securityGroupId });
    },
  ],
  [
    'security-group.delete-unused-only',
    async (account) => {
      const network = await makeNetwork(account);
      await runOne(account, {}, network);
      await account.call('DeleteSecurityGroup', { SecurityGroupId: network.securityGroupId });
    },
  ],
  [
    'security-group.delete-unreferenced-only',
    async (account) => {
      const network = await makeNetwork(account);
      await account.call('AuthorizeSecurityGroup', {
        SecurityGroupId: await makeSecurityGroup(account, { VpcId: network.vpcId }),
        IpProtocol: 'all',
        SourceGroupId: network.securityGroupId,
      });
      await account.call('DeleteSecurityGroup', { SecurityGroupId: network.securityGroupId });
    },
  ],
];

for (const [rule, act] of acts) {
  test(`${rule} is enforced`, async ({ owner }) => {
    await expect(act(owner)).rejects.toThrow();
  });
  withoutRules(rule)(`${rule} is missed where it is switched off`, async ({ owner }) => {
    await act(owner);
  });
}

test('an instance of another status is not listed', async ({ owner }) => {
  await runOne(owner);
  expect(await find(owner, { Status: 'Stopped' })).toHaveLength(0);
});

withoutRules('describe-instances.filters')('without filters every instance is listed', async ({ owner }) => {
  await runOne(owner);
  expect(await find(owner, { Status: 'Stopped' })).toHaveLength(1);
});
