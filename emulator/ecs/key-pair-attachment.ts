import type { Context, EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { findOwnInstance, restingStatuses } from './instance-lookup.ts';
import { requireKeyPair } from './key-pair-lookup.ts';

/** Most instances of one call (limits.json, AttachKeyPair and DetachKeyPair). */
const maxInstances = 50;

type Attachment = Pick<Parameters<EcsOperation<'AttachKeyPair'>>[0], 'instanceIds' | 'keyPairName'>;

/** Gives Linux instances a key pair in place of the one they have. */
export const attachKeyPair: EcsOperation<'AttachKeyPair'> = (request, context) =>
  changeInstances(request, context, () => request.keyPairName);

/** Takes a key pair from instances; one that has another keeps it. */
export const detachKeyPair: EcsOperation<'DetachKeyPair'> = (request, context) =>
  changeInstances(request, context, (before) => (before === request.keyPairName ? '' : before));

/** @throws Fault InvalidKeyPairName.NotFound, InvalidInstanceIds.ValueNotSupported, DependencyViolation.WindowsInstance */
const changeInstances = (request: Attachment, context: Context, change: (before: string) => string) => {
  const { keyPairName } = request;
  requireKeyPair(context, keyPairName);
  const ids = readIds(request.instanceIds, () => fault('InvalidInstanceIds.ValueNotSupported'));
  if (ids.length === 0 || ids.length > maxInstances) throw fault('InvalidInstanceIds.ValueNotSupported');
  const results = ids.map((id) => {
    const instance = findOwnInstance(context, id);
    if (instance?.regionId !== context.regionId) {
      return failure(id, 'InvalidInstanceId.NotFound', 'There is no such instance.');
    }
    if (instance.osType === 'windows') throw fault('DependencyViolation.WindowsInstance', { InstanceId: id });
    if (!restingStatuses.includes(instance.status)) {
      return failure(id, 'IncorrectInstanceStatus', `The instance is ${instance.status}.`);
    }
    context.tables.instances.update(id, { keyPairName: change(instance.keyPairName) });
    return { instanceId: id, success: 'true', code: '200', message: 'successful' };
  });
  const failed = results.filter(({ success }) => success === 'false').length;
  return {
    keyPairName,
    totalCount: String(results.length),
    failCount: String(failed),
    results: { result: results },
  };
};

const failure = (instanceId: string, code: string, message: string) => ({
  instanceId,
  success: 'false',
  code,
  message,
});
