/**
 * alicloud_instance (provider v1.240.0, resource_alicloud_instance.go). Its parts are in instance/.
 */
import { apiErrorOf } from './api-error.ts';
import { flagOf, textOf } from './argument-values.ts';
import type { Api, Arguments, ResourceBinding } from './binding.ts';
import { InvalidArgumentsError } from './binding.ts';
import { instanceArguments, instanceRules } from './instance/arguments.ts';
import { runInstance } from './instance/create.ts';
import { waitForStatus } from './instance/describe.ts';
import { readInstance } from './instance/read.ts';
import { updateInstance } from './instance/update.ts';

/** Arguments that RunInstances does not take: the provider sets them right after the creation. */
const setAfterwards = [
  ...['volume_tags', 'secondary_private_ips', 'secondary_private_ip_address_count', 'maintenance_time'],
  ...['maintenance_action', 'maintenance_notify'],
];

const create = async (values: Arguments, api: Api): Promise<string> => {
  const id = await runInstance(values, api);
  const changes = Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => setAfterwards.includes(name) || (name === 'status' && value === 'Stopped'),
    ),
  );
  if (Object.keys(changes).length > 0) await updateInstance(id, changes, api, values);
  return id;
};

const remove = async (id: string, api: Api, values: Arguments): Promise<void> => {
  if (textOf(values, 'instance_charge_type') === 'PrePaid') {
    if (flagOf(values, 'force_delete') !== true) {
      throw new InvalidArgumentsError(
        'a PrePaid instance is deleted only with force_delete, or after it was made PostPaid',
      );
    }
    await updateInstance(id, { instance_charge_type: 'PostPaid' }, api, values);
  }
  try {
    await api.ecs('DeleteInstance', { instanceId: id, force: true });
  } catch (error) {
    if (apiErrorOf(error)?.code !== 'InvalidInstanceId.NotFound') throw error;
  }
  await waitForStatus(id, api, null);
};

export const instance: ResourceBinding = {
  type: 'alicloud_instance',
  kind: 'resource',
  arguments: instanceArguments,
  rules: instanceRules,
  create,
  read: readInstance,
  update: updateInstance,
  delete: remove,
};
