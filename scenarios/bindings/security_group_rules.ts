/** data alicloud_security_group_rules (provider v1.240.0, data_source_alicloud_security_group_rules.go). */
import { textOf } from './argument-values.ts';
import { attributes, idOfIds } from './attributes.ts';
import type { DataBinding } from './binding.ts';
import { argumentFacts, argumentRules, entriesOf } from './derived/facts.ts';

const type = 'alicloud_security_group_rules';

export const securityGroupRules = (): DataBinding => {
  const entries = entriesOf('data', type);
  return {
    type,
    kind: 'data',
    arguments: argumentFacts(entries, () => false),
    rules: argumentRules(entries),
    query: async (values, api) => {
      const group = await api.ecs('DescribeSecurityGroupAttribute', {
        regionId: api.regionId,
        securityGroupId: textOf(values, 'group_id') ?? '',
        nicType: textOf(values, 'nic_type'),
        direction: textOf(values, 'direction') ?? 'all',
      });
      const [protocol, policy] = [textOf(values, 'ip_protocol'), textOf(values, 'policy')];
      const found = (group.permissions?.permission ?? []).filter(
        (rule) =>
          (protocol === undefined || rule.ipProtocol?.toLowerCase() === protocol) &&
          (policy === undefined || rule.policy?.toLowerCase() === policy),
      );
      return attributes({
        id: idOfIds([group.securityGroupId ?? '']),
        group_name: group.securityGroupName,
        group_desc: group.description,
        rules: found.map((rule) => ({
          ip_protocol: rule.ipProtocol?.toLowerCase(),
          port_range: rule.portRange,
          source_cidr_ip: rule.sourceCidrIp,
          source_group_id: rule.sourceGroupId,
          source_group_owner_account: rule.sourceGroupOwnerAccount,
          dest_cidr_ip: rule.destCidrIp,
          dest_group_id: rule.destGroupId,
          dest_group_owner_account: rule.destGroupOwnerAccount,
          policy: rule.policy?.toLowerCase(),
          nic_type: rule.nicType,
          priority: Number(rule.priority),
          direction: rule.direction,
          description: rule.description,
        })),
      });
    },
  };
};
