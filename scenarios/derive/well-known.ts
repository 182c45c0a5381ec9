/** What many pages take ids of and the documentation of ECS has no page for. */
import type { GivenBlock, Value } from '../scenario.ts';

/** A value with the blocks that it needs. */
interface WellKnown {
  readonly value: Value;
  readonly blocks: readonly GivenBlock[];
  /** What stands before it in place of a data source's first: making the blocks changes what that is. */
  readonly before?: Value;
}

const resourceGroup = (name: string): GivenBlock => ({
  address: `alicloud_resource_manager_resource_group.${name}`,
  arguments: { resource_group_name: name, display_name: name },
});

const role = {
  Version: '1',
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: ['ecs.aliyuncs.com'] } }],
};

/** By type; of a data source, another value than its first. */
export const wellKnown: Readonly<Record<string, WellKnown>> = {
  alicloud_resource_group: {
    value: '${data.alicloud_resource_manager_resource_groups.alimock.ids.0}',
    blocks: [{ address: 'data.alicloud_resource_manager_resource_groups.alimock', arguments: {} }],
  },
  alicloud_resource_manager_resource_groups: {
    // ListResourceGroups lists the newest first: once there is another group, it is the data source's first.
    before: '${alicloud_resource_manager_resource_group.alimock.id}',
    value: '${alicloud_resource_manager_resource_group.alimock-second.id}',
    blocks: [resourceGroup('alimock'), resourceGroup('alimock-second')],
  },
  alicloud_images: {
    value: '${data.alicloud_images.alimock.ids.0}',
    blocks: [
      {
        address: 'data.alicloud_images.alimock',
        arguments: { owners: 'system', name_regex: '^centos_7_9_x64', most_recent: true },
      },
    ],
  },
  alicloud_kms_key: {
    value: '${alicloud_kms_key.alimock.id}',
    blocks: [
      {
        address: 'alicloud_kms_key.alimock',
        arguments: { description: 'alimock', pending_window_in_days: 7 },
      },
    ],
  },
  alicloud_ram_role: {
    value: '${alicloud_ram_role.alimock.id}',
    blocks: [
      {
        address: 'alicloud_ram_role.alimock',
        arguments: { name: 'alimock', document: JSON.stringify(role) },
      },
    ],
  },
};
