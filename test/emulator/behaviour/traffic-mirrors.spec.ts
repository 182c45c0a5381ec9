import type { Account, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork } from './instance-steps.ts';

const createFilter = async (account: Account, parameters: Parameters = {}): Promise<string> =>
  (await account.call('CreateTrafficMirrorFilter', parameters, 'Vpc')).text('TrafficMirrorFilterId');

const filterOf = async (account: Account, id: string) => {
  const answer = await account.call('ListTrafficMirrorFilters', { 'TrafficMirrorFilterIds.1': id }, 'Vpc');
  return answer.at('TrafficMirrorFilters.0');
};

/** Parameters of a rule: "IngressRules.1.Protocol", … */
const rule = (direction: 'Ingress' | 'Egress', members: Parameters): Parameters =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [`${direction}Rules.1.${name}`, value]));

test('a filter has rules in both directions, in the order of their priorities', async ({ owner, other }) => {
  const id = await createFilter(owner, {
    TrafficMirrorFilterName: 'f',
    ...rule('Ingress', { Action: 'accept', Protocol: 'UDP', Priority: 2 }),
    ...rule('Egress', { Action: 'drop', Protocol: 'ALL' }),
  });
  const filter = { TrafficMirrorFilterId: id };
  const added = await owner.call(
    'CreateTrafficMirrorFilterRules',
    {
      ...filter,
      ...rule('Ingress', { Action: 'drop', Protocol: 'TCP', Priority: 1, DestinationPortRange: '22/22' }),
    },
    'Vpc',
  );
  expect(await filterOf(owner, id)).toMatchObject({
    TrafficMirrorFilterName: 'f',
    TrafficMirrorFilterStatus: 'Created',
    IngressRules: [
      { Priority: 1, Protocol: 'TCP', DestinationPortRange: '22/22', SourceCidrBlock: '0.0.0.0/0' },
      { Priority: 2, Protocol: 'UDP' },
    ],
    EgressRules: [{ Action: 'drop', TrafficDirection: 'egress' }],
  });
  const ruleId = added.text('IngressRules.0.InstanceId');
  const change = { TrafficMirrorFilterRuleId: ruleId, Priority: 5, RuleAction: 'accept' };
  await owner.call('UpdateTrafficMirrorFilterRuleAttribute', change, 'Vpc');
  expect(await filterOf(owner, id)).toMatchObject({
    IngressRules: [{ Priority: 2 }, { Priority: 5, Action: 'accept' }],
  });
  await expect(
    owner.call('UpdateTrafficMirrorFilterRuleAttribute', { ...change, Priority: 2 }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidParameter' });
  await expect(other.call('UpdateTrafficMirrorFilterRuleAttribute', change, 'Vpc')).rejects.toMatchObject({
    code: 'ResourceNotFound.TrafficMirrorFilterRule',
  });
  const removal = { ...filter, 'TrafficMirrorFilterRuleIds.1': ruleId };
  await owner.call('DeleteTrafficMirrorFilterRules', removal, 'Vpc');
  await expect(owner.call('DeleteTrafficMirrorFilterRules', removal, 'Vpc')).rejects.toMatchObject({
    code: 'ResourceNotFound.TrafficMirrorFilterRule',
  });
  await owner.call('UpdateTrafficMirrorFilterAttribute', { ...filter, TrafficMirrorFilterName: 'g' }, 'Vpc');
  expect(await filterOf(owner, id)).toMatchObject({
    TrafficMirrorFilterName: 'g',
    IngressRules: [{ Priority: 2 }],
  });
});

test('a session copies the traffic of interfaces to another', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const interfaces: string[] = [];
  while (interfaces.length < 3) {
    const request = { VSwitchId: network.vswitchId, SecurityGroupId: network.securityGroupId };
    interfaces.push((await owner.call('CreateNetworkInterface', request)).text('NetworkInterfaceId'));
  }
  const [first = '', second = '', target = ''] = interfaces;
  const filterId = await createFilter(owner);
  const request = {
    TrafficMirrorFilterId: filterId,
    TrafficMirrorTargetId: target,
    TrafficMirrorTargetType: 'NetworkInterface',
    Priority: 1,
    'TrafficMirrorSourceIds.1': first,
    VirtualNetworkId: 10,
  };
  for (const change of [
    { TrafficMirrorTargetId: 'eni-none' },
    { TrafficMirrorTargetType: 'SLB' },
    { 'TrafficMirrorSourceIds.1': 'eni-none' },
  ]) {
    await expect(
      owner.call('CreateTrafficMirrorSession', { ...request, ...change }, 'Vpc'),
    ).rejects.toMatchObject({ code: 'InvalidResourceId.NotFound' });
  }
  const created = await owner.call('CreateTrafficMirrorSession', request, 'Vpc');
  const session = { TrafficMirrorSessionId: created.text('TrafficMirrorSessionId') };
  const source = (id: string) => ({ ...session, 'TrafficMirrorSourceIds.1': id });
  await owner.call('AddSourcesToTrafficMirrorSession', source(second), 'Vpc');
  await owner.call('RemoveSourcesFromTrafficMirrorSession', source(first), 'Vpc');
  await owner.call('UpdateTrafficMirrorSessionAttribute', { ...session, Enabled: true, Priority: 9 }, 'Vpc');
  for (const parameters of [
    { TrafficMirrorSourceId: second },
    { Enabled: true },
    { Priority: 9 },
    { VirtualNetworkId: 10 },
    { TrafficMirrorTargetId: target },
  ]) {
    const listed = await owner.call('ListTrafficMirrorSessions', parameters, 'Vpc');
    expect(listed.at('TrafficMirrorSessions')).toMatchObject([
      { ...session, TrafficMirrorSourceIds: [second], Enabled: true, TrafficMirrorSessionStatus: 'Created' },
    ]);
  }
  const filter = { TrafficMirrorFilterId: filterId };
  await expect(owner.call('DeleteTrafficMirrorFilter', filter, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.TrafficMirrorSession',
  });
  await owner.call('DeleteTrafficMirrorSession', session, 'Vpc');
  await owner.call('DeleteTrafficMirrorFilter', filter, 'Vpc');
});
