/** alicloud_security_group_rule (provider v1.240.0, resource_alicloud_security_group_rule.go). */
import { deleteCall, nullIfNotFound } from './api-error.ts';
import { numberOf, textOf } from './argument-values.ts';
import { attributes } from './attributes.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { InvalidArgumentsError, InvalidIdError } from './binding.ts';
import { argumentFacts, argumentRules, entriesOf } from './derived/facts.ts';

const type = 'alicloud_security_group_rule';

/** Who a rule lets in or out: a block, a group or a prefix list, each with its two parameters. */
const peers = [
  ['cidr_ip', 'sourceCidrIp', 'destCidrIp'],
  ['ipv6_cidr_ip', 'ipv6SourceCidrIp', 'ipv6DestCidrIp'],
  ['source_security_group_id', 'sourceGroupId', 'destGroupId'],
  ['source_group_owner_account', 'sourceGroupOwnerAccount', 'destGroupOwnerAccount'],
  ['prefix_list_id', 'sourcePrefixListId', 'destPrefixListId'],
] as const;

const permissionOf = (values: Arguments): Record<string, unknown> => {
  const isIngress = textOf(values, 'type') === 'ingress';
  const peer = peers.flatMap(([name, source, dest]) => {
    const value = textOf(values, name);
    return value === undefined ? [] : [[isIngress ? source : dest, value] as const];
  });
  return {
    ipProtocol: textOf(values, 'ip_protocol'),
    portRange: textOf(values, 'port_range'),
    nicType: textOf(values, 'nic_type'),
    policy: textOf(values, 'policy'),
    priority: String(numberOf(values, 'priority') ?? 1),
    description: textOf(values, 'description'),
    ...Object.fromEntries(peer),
  };
};

/** What the provider itself refuses before it calls. */
const checkPorts = (values: Arguments): void => {
  const [protocol = '', ports = ''] = [textOf(values, 'ip_protocol'), textOf(values, 'port_range')];
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  if (hasPorts && ports === '-1/-1') throw new InvalidArgumentsError(`${protocol} needs a range of ports`);
  if (!hasPorts && ports !== '-1/-1') throw new InvalidArgumentsError(`${protocol} has no ports`);
};

/** Actions by what they do: for rules that let in, and for those that let out. */
const actions = {
  authorize: ['AuthorizeSecurityGroup', 'AuthorizeSecurityGroupEgress'],
  modify: ['ModifySecurityGroupRule', 'ModifySecurityGroupEgressRule'],
  revoke: ['RevokeSecurityGroup', 'RevokeSecurityGroupEgress'],
} as const;

const actionOf = (verb: keyof typeof actions, direction: string): string =>
  actions[verb][direction === 'egress' ? 1 : 0];

/** Group, direction, protocol, ports, kind of network card, peer, policy and priority. */
const idOf = (values: Arguments): string => {
  const peer = ['cidr_ip', 'ipv6_cidr_ip', 'source_security_group_id', 'prefix_list_id'].find(
    (name) => textOf(values, name) !== undefined,
  );
  const parts = ['security_group_id', 'type', 'ip_protocol', 'port_range', 'nic_type', peer ?? '', 'policy'];
  const texts = parts.map((name) => (textOf(values, name) ?? '').replaceAll(':', '_'));
  return [...texts, String(numberOf(values, 'priority') ?? 1)].join(':');
};

const withNicType = (values: Arguments): Arguments => ({
  ...values,
  nic_type: values['nic_type'] ?? 'internet',
});

const create = async (given: Arguments, api: Api): Promise<string> => {
  const values = withNicType(given);
  checkPorts(values);
  await api.call('Ecs', actionOf('authorize', textOf(values, 'type') ?? ''), {
    regionId: api.regionId,
    securityGroupId: textOf(values, 'security_group_id'),
    permissions: [permissionOf(values)],
  });
  return idOf(values);
};

const partsOf = (id: string): string[] => {
  const parts = id.split(':');
  if (parts.length !== 8) throw new InvalidIdError(type, id, 'eight parts between colons');
  return parts;
};

const find = async (id: string, api: Api) => {
  const [group = '', direction = '', protocol = '', ports = '', , peer = '', policy = '', priority = ''] =
    partsOf(id);
  const answer = await nullIfNotFound(
    api.ecs('DescribeSecurityGroupAttribute', { regionId: api.regionId, securityGroupId: group, direction }),
  );
  const rule = answer?.permissions?.permission?.find((one) => {
    const ends =
      direction === 'ingress'
        ? [one.sourceCidrIp, one.ipv6SourceCidrIp, one.sourceGroupId, one.sourcePrefixListId]
        : [one.destCidrIp, one.ipv6DestCidrIp, one.destGroupId, one.destPrefixListId];
    return (
      one.ipProtocol?.toLowerCase() === protocol &&
      one.portRange === ports &&
      one.policy?.toLowerCase() === policy &&
      String(one.priority) === priority &&
      ends.includes(peer.replaceAll('_', ':'))
    );
  });
  return rule === undefined ? null : { rule, group, direction };
};

const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const found = await find(id, api);
  if (found === null) return null;
  const { rule, group, direction } = found;
  const isIngress = direction === 'ingress';
  return attributes({
    id,
    type: direction,
    ip_protocol: rule.ipProtocol?.toLowerCase(),
    nic_type: rule.nicType,
    policy: rule.policy?.toLowerCase(),
    port_range: rule.portRange,
    description: rule.description,
    priority: Number(rule.priority),
    security_group_id: group,
    cidr_ip: isIngress ? rule.sourceCidrIp : rule.destCidrIp,
    ipv6_cidr_ip: isIngress ? rule.ipv6SourceCidrIp : rule.ipv6DestCidrIp,
    source_security_group_id: isIngress ? rule.sourceGroupId : rule.destGroupId,
    source_group_owner_account: isIngress ? rule.sourceGroupOwnerAccount : rule.destGroupOwnerAccount,
    prefix_list_id: isIngress ? rule.sourcePrefixListId : rule.destPrefixListId,
  });
};

const update = async (id: string, _changes: Arguments, api: Api, values: Arguments): Promise<void> => {
  const found = await find(id, api);
  if (found === null) return;
  await api.call('Ecs', actionOf('modify', textOf(values, 'type') ?? ''), {
    regionId: api.regionId,
    securityGroupId: found.group,
    securityGroupRuleId: found.rule.securityGroupRuleId,
    ...permissionOf(values),
  });
};

const remove = async (id: string, api: Api): Promise<void> => {
  const found = await find(id, api);
  if (found === null) return;
  const request = {
    regionId: api.regionId,
    securityGroupId: found.group,
    securityGroupRuleId: [found.rule.securityGroupRuleId],
  };
  await deleteCall(api.call('Ecs', actionOf('revoke', found.direction), request));
};

export const securityGroupRule = (): ResourceBinding => {
  const entries = entriesOf('resource', type);
  const facts = argumentFacts(entries, () => false);
  return {
    type,
    kind: 'resource',
    arguments: facts,
    rules: argumentRules(entries),
    create,
    read,
    update,
    delete: remove,
  };
};
