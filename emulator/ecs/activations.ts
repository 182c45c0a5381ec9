import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Activation } from '../state/rows/activation.ts';
import { fault } from '../wire/fault.ts';
import { isResourceName } from './names.ts';
import { page } from './paging.ts';
import { readIpv4 } from './security-group-rule-format.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Makes a code by which servers elsewhere register. Nothing here registers: the counts stay at 0. */
export const createActivation: EcsOperation<'CreateActivation'> = (request, context) => {
  const { description = '', instanceName = '', instanceCount = 10, timeToLiveInHours = 4 } = request;
  const refuse = (parameter: string, reason: string): never => {
    throw fault('InvalidParameter', { Parameter: parameter, Reason: reason });
  };
  if (instanceName !== '' && (!isResourceName(instanceName) || instanceName.length > 50)) {
    refuse('InstanceName', 'it must have 2 to 50 characters, a letter first');
  }
  if (description.length > 100) refuse('Description', 'it takes up to 100 characters');
  if (instanceCount < 1 || instanceCount > 1000) refuse('InstanceCount', 'it must be from 1 to 1000');
  if (timeToLiveInHours < 1 || timeToLiveInHours > 876_576) {
    refuse('TimeToLiveInHours', 'it must be from 1 to 876576');
  }
  const range = request.ipAddressRange ?? '';
  const activation = context.tables.activations.insert({
    id: activationId(context),
    accountId: context.accountId,
    regionId: context.regionId,
    activationCode: `a-${context.regionId.slice(3, 5)}${context.randomText(28)}`,
    instanceName,
    description,
    instanceCount,
    ipAddressRange: range === '' ? '0.0.0.0/0' : readIpv4(range, 'InvalidParam.SourceIp'),
    timeToLiveInHours,
    disabled: false,
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  return { activationId: activation.id, activationCode: activation.activationCode };
};

/** As a UUID in capitals, e.g. "4ECEEE12-56F1-4FBC-9AB1-890F1234ABCD". */
const activationId = (context: Context): string => {
  const hex = (length: number): string =>
    Array.from({ length }, () => context.randomInteger(16).toString(16))
      .join('')
      .toUpperCase();
  return `${hex(8)}-${hex(4)}-4${hex(3)}-A${hex(3)}-${hex(12)}`;
};

/** Lists activation codes, newest first; the codes themselves are told only once. */
export const describeActivations: EcsOperation<'DescribeActivations'> = (request, context) => {
  const { activationId: id = '', instanceName = '', resourceGroupId = '' } = request;
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.activations.list(context)].filter(
    (activation) =>
      (id === '' || activation.id === id) &&
      (instanceName === '' || activation.instanceName === instanceName) &&
      (resourceGroupId === '' || activation.resourceGroupId === resourceGroupId) &&
      (hasTags?.(activation) ?? true),
  );
  const { items, info } = page(found, request, context, { maxPageSize: 50, maxResults: 50 });
  return {
    ...info,
    activationList: items.map((activation) => ({
      ...describe(activation),
      disabled: activation.disabled,
      resourceGroupId: activation.resourceGroupId,
      tags: toTagList(activation.tags),
    })),
  };
};

/** Has no more servers register by a code. */
export const disableActivation: EcsOperation<'DisableActivation'> = (request, context) => {
  const activation = requireActivation(context, request.activationId);
  const disabled = context.tables.activations.update(activation.id, { disabled: true });
  return { activation: { ...describe(disabled), disabled: true } };
};

export const deleteActivation: EcsOperation<'DeleteActivation'> = (request, context) => {
  const activation = requireActivation(context, request.activationId);
  context.tables.activations.delete(activation.id);
  return { activation: describe(activation) };
};

/** @throws Fault InvalidActivationId.NotFound */
const requireActivation = (context: Context, id: string): Activation => {
  const activation = context.tables.activations.getOwn(id, context);
  if (activation === undefined) throw fault('InvalidActivationId.NotFound', { Id: id });
  return activation;
};

const describe = (activation: Activation) => ({
  activationId: activation.id,
  instanceName: activation.instanceName,
  description: activation.description,
  instanceCount: activation.instanceCount,
  ipAddressRange: activation.ipAddressRange,
  timeToLiveInHours: activation.timeToLiveInHours,
  registeredCount: 0,
  deregisteredCount: 0,
  creationTime: toIsoSeconds(activation.createdAt),
});
