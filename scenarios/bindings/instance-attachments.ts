/**
 * What is attached to several instances at a time (provider v1.240.0, resource_alicloud_ram_role_attachment.go and
 * resource_alicloud_ecs_key_pair_attachment.go): the id is a name and the JSON list of the instances.
 */
import { deleteCall, nullIfNotFound } from './api-error.ts';
import { textOf, textsOf } from './argument-values.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { InvalidIdError } from './binding.ts';
import { argumentFacts, argumentRules, entriesOf } from './derived/facts.ts';

interface Kind {
  readonly type: string;
  /** Arguments that name what is attached; the first is the newest name. */
  readonly names: readonly string[];
  readonly parameter: 'ramRoleName' | 'keyPairName';
  readonly attach: string;
  readonly detach: string;
  /** The instances, of those named, that have it. */
  readonly attached: (name: string, ids: readonly string[], api: Api) => Promise<string[]>;
}

const partsOf = (type: string, id: string): { name: string; ids: string[] } => {
  const at = id.indexOf(':');
  const list: unknown = at < 1 ? null : JSON.parse(id.slice(at + 1));
  if (!Array.isArray(list))
    throw new InvalidIdError(type, id, 'a name, a colon and a JSON list of instances');
  return { name: id.slice(0, at), ids: list.map(String) };
};

const bindingOf = ({ type, names, parameter, attach, detach, attached }: Kind): ResourceBinding => {
  const entries = entriesOf('resource', type);
  const nameOf = (values: Arguments): string =>
    names.map((name) => textOf(values, name)).find((name) => name !== undefined) ?? '';
  const read = async (id: string, api: Api): Promise<Attributes | null> => {
    const { name, ids } = partsOf(type, id);
    const found = await attached(name, ids, api);
    if (found.length === 0) return null;
    return { id, ...Object.fromEntries(names.map((one) => [one, name])), instance_ids: found };
  };
  return {
    type,
    kind: 'resource',
    arguments: argumentFacts(entries, (name) => !names.includes(name) && name !== 'instance_ids'),
    rules: argumentRules(entries),
    create: async (values, api) => {
      const ids = textsOf(values, 'instance_ids') ?? [];
      const instanceIds = JSON.stringify(ids);
      await api.call('Ecs', attach, { regionId: api.regionId, [parameter]: nameOf(values), instanceIds });
      if (values['force'] === true) {
        for (const instanceId of ids)
          await api.call('Ecs', 'RebootInstance', { instanceId, forceStop: true });
      }
      return `${nameOf(values)}:${instanceIds}`;
    },
    read,
    update: () => Promise.resolve(),
    delete: async (id, api) => {
      const { name, ids } = partsOf(type, id);
      if ((await read(id, api)) === null) return;
      const request = { regionId: api.regionId, [parameter]: name, instanceIds: JSON.stringify(ids) };
      await deleteCall(api.call('Ecs', detach, request));
    },
  };
};

const withKeyPair: Kind['attached'] = async (name, ids, api) => {
  const request = { regionId: api.regionId, keyPairName: name, instanceIds: JSON.stringify(ids) };
  const answer = await nullIfNotFound(api.ecs('DescribeInstances', request));
  return (answer?.instances?.instance ?? []).flatMap(({ keyPairName, instanceId = '' }) =>
    keyPairName === name ? [instanceId] : [],
  );
};

const withRole: Kind['attached'] = async (name, ids, api) => {
  const request = { regionId: api.regionId, instanceIds: JSON.stringify(ids) };
  const answer = await nullIfNotFound(api.ecs('DescribeInstanceRamRole', request));
  return (answer?.instanceRamRoleSets?.instanceRamRoleSet ?? []).flatMap(
    ({ ramRoleName, instanceId = '' }) => (ramRoleName === name ? [instanceId] : []),
  );
};

/** @param type alicloud_ecs_key_pair_attachment, or its older name */
export const keyPairAttachment = (type: string): ResourceBinding =>
  bindingOf({
    type,
    names: ['key_pair_name', 'key_name'],
    parameter: 'keyPairName',
    attach: 'AttachKeyPair',
    detach: 'DetachKeyPair',
    attached: withKeyPair,
  });

export const ramRoleAttachment = (): ResourceBinding =>
  bindingOf({
    type: 'alicloud_ram_role_attachment',
    names: ['role_name'],
    parameter: 'ramRoleName',
    attach: 'AttachInstanceRamRole',
    detach: 'DetachInstanceRamRole',
    attached: withRole,
  });
