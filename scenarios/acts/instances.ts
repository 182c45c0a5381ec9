/** Instances of the acting account. */
import { runInstance } from '../bindings/instance/create.ts';
import { describeInstance } from '../bindings/instance/describe.ts';
import { availableZones } from '../bindings/available-resources.ts';
import type { Arguments } from '../bindings/binding.ts';
import { ScenarioError } from '../drivers/scenario-error.ts';
import type { Act, ActContext } from './act.ts';
import { parameter } from './parameter.ts';

/**
 * RunInstances from an image, and waits until the instance is Running. The VPC, VSwitch and security group
 * that it needs are made in the acting account. @returns the instance's id
 */
export const runAnInstance: Act = {
  name: 'run an instance',
  parameters: ['image'],
  perform: async (context) => {
    const place = await placeFor(context);
    const values = { ...place, image_id: parameter(context.with, 'image'), instance_name: 'alimock-act' };
    const id = await runInstance(values, context.api);
    context.made('alicloud_instance', id);
    return id;
  },
};

/** Zone, instance type, VSwitch and security group for a small instance. */
const placeFor = async ({ api, need }: ActContext): Promise<Arguments> => {
  const [zone] = await availableZones({ cpu_core_count: 2 }, api, 'InstanceType');
  const types = zone?.availableResources?.availableResource?.[0]?.supportedResources?.supportedResource ?? [];
  const type = types.find(({ status }) => status !== 'SoldOut')?.value;
  if (zone?.zoneId === undefined || type === undefined) {
    throw new ScenarioError(`the act found no instance type in ${api.regionId} to run an instance with`);
  }
  const vpc = await need('alicloud_vpc.act', { cidr_block: '192.168.0.0/16', vpc_name: 'alimock-act' });
  const vswitch = await need('alicloud_vswitch.act', {
    vpc_id: vpc['id'] ?? null,
    cidr_block: '192.168.1.0/24',
    zone_id: zone.zoneId,
    vswitch_name: 'alimock-act',
  });
  const group = await need('alicloud_security_group.act', {
    vpc_id: vpc['id'] ?? null,
    security_group_name: 'alimock-act',
  });
  return {
    availability_zone: zone.zoneId,
    instance_type: type,
    vswitch_id: vswitch['id'] ?? null,
    security_groups: [group['id'] ?? null],
  };
};

/** @returns the status of the instance, or null if the acting account has no such instance */
export const describeTheInstance: Act = {
  name: 'describe the instance',
  parameters: ['instance'],
  perform: async ({ api, with: given }) =>
    (await describeInstance(parameter(given, 'instance'), api))?.status ?? null,
};
