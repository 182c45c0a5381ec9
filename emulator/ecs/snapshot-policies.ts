import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { AutoSnapshotPolicy } from '../state/rows/snapshot-policy.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { page } from './paging.ts';
import {
  checkPolicyName,
  readCopies,
  readRetention,
  readTimePoints,
  readWeekdays,
} from './snapshot-policy-request.ts';
import { scheduleNextRun } from './snapshot-policy-runs.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Makes a policy; at its hours on its weekdays it takes snapshots of the disks that it is applied to. */
export const createAutoSnapshotPolicy: EcsOperation<'CreateAutoSnapshotPolicy'> = (request, context) => {
  const { autoSnapshotPolicyName = '' } = request;
  checkPolicyName(autoSnapshotPolicyName);
  const { snapshotPolicies } = context.tables;
  const limit = context.quota('snapshotPoliciesPerRegion');
  if (snapshotPolicies.list(context).count >= limit && context.enforces('snapshot-policy.count-limit')) {
    throw fault('AutoSnapshotPolicy.QuotaExceed', { Limit: limit });
  }
  const policy = snapshotPolicies.insert({
    ...readCopies(request),
    id: context.newId('sp'),
    accountId: context.accountId,
    regionId: context.regionId,
    autoSnapshotPolicyName,
    timePoints: readTimePoints(request.timePoints),
    repeatWeekdays: readWeekdays(request.repeatWeekdays),
    retentionDays: readRetention('retentionDays', request.retentionDays),
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  scheduleNextRun(policy, context);
  return { autoSnapshotPolicyId: policy.id };
};

/** Changes what the request names. */
export const modifyAutoSnapshotPolicyEx: EcsOperation<'ModifyAutoSnapshotPolicyEx'> = (request, context) => {
  const policy = requirePolicy(context, request.autoSnapshotPolicyId);
  const { autoSnapshotPolicyName: name, timePoints = '', repeatWeekdays = '', retentionDays } = request;
  checkPolicyName(name ?? '');
  const changed = context.tables.snapshotPolicies.update(policy.id, {
    ...readCopies(request, policy),
    autoSnapshotPolicyName: name ?? policy.autoSnapshotPolicyName,
    timePoints: timePoints === '' ? policy.timePoints : readTimePoints(timePoints),
    repeatWeekdays: repeatWeekdays === '' ? policy.repeatWeekdays : readWeekdays(repeatWeekdays),
    retentionDays:
      retentionDays === undefined ? policy.retentionDays : readRetention('retentionDays', retentionDays),
  });
  scheduleNextRun(changed, context);
  return {};
};

/** Deletes a policy; the disks that had it have none, their snapshots stay. */
export const deleteAutoSnapshotPolicy: EcsOperation<'DeleteAutoSnapshotPolicy'> = (request, context) => {
  const policy = requirePolicy(context, request.autoSnapshotPolicyId);
  for (const disk of context.tables.disks.by('autoSnapshotPolicyId', policy.id)) {
    context.tables.disks.update(disk.id, { autoSnapshotPolicyId: '' });
  }
  context.tables.snapshotPolicies.delete(policy.id);
  return {};
};

/** Has a policy take snapshots of disks, in place of the policy that they had. */
export const applyAutoSnapshotPolicy: EcsOperation<'ApplyAutoSnapshotPolicy'> = (request, context) => {
  const policy = requirePolicy(context, request.autoSnapshotPolicyId);
  for (const id of ownDisks(request.diskIds, context)) {
    context.tables.disks.update(id, { autoSnapshotPolicyId: policy.id });
  }
  return {};
};

/** Takes the policy away from disks; those that have none stay as they are. */
export const cancelAutoSnapshotPolicy: EcsOperation<'CancelAutoSnapshotPolicy'> = (request, context) => {
  const { autoSnapshotPolicyId = '' } = request;
  for (const id of ownDisks(request.diskIds, context)) {
    const before = context.tables.disks.get(id)?.autoSnapshotPolicyId ?? '';
    if (autoSnapshotPolicyId !== '' && before !== autoSnapshotPolicyId) continue;
    context.tables.disks.update(id, { autoSnapshotPolicyId: '' });
  }
  return {};
};

/** @throws Fault ParameterInvalid, InvalidDiskId.NotFound */
const ownDisks = (diskIds: string, context: Context): string[] => {
  const refusal = (): ReturnType<typeof fault> =>
    fault('ParameterInvalid', { Parameter: 'diskIds', Reason: 'it must be a JSON list of disk ids' }, 403);
  const ids = readIds(diskIds, refusal);
  if (ids.length === 0) throw refusal();
  for (const id of ids) {
    if (context.tables.disks.getOwn(id, context) === undefined) {
      throw fault('InvalidDiskId.NotFound', { DiskId: id });
    }
  }
  return ids;
};

/** @throws Fault ParameterInvalid with 404, as the page says it of a policy that is not there */
const requirePolicy = (context: Context, policyId: string): AutoSnapshotPolicy => {
  const policy = context.tables.snapshotPolicies.getOwn(policyId, context);
  if (policy === undefined) {
    const Reason = `there is no policy ${policyId} in this region`;
    throw fault('ParameterInvalid', { Parameter: 'autoSnapshotPolicyId', Reason }, 404);
  }
  return policy;
};

/** Lists the region's policies, with the number of disks that each is applied to. */
export const describeAutoSnapshotPolicyEx: EcsOperation<'DescribeAutoSnapshotPolicyEx'> = (
  request,
  context,
) => {
  const { autoSnapshotPolicyId = '', autoSnapshotPolicyName = '', resourceGroupId = '' } = request;
  const { snapshotPolicies } = context.tables;
  const hasTags = tagFilter(request.tag);
  const asked =
    autoSnapshotPolicyId === ''
      ? [...snapshotPolicies.list(context)]
      : [snapshotPolicies.getOwn(autoSnapshotPolicyId, context) ?? []].flat();
  const found = asked.filter(
    (policy) =>
      (autoSnapshotPolicyName === '' || policy.autoSnapshotPolicyName === autoSnapshotPolicyName) &&
      (resourceGroupId === '' || policy.resourceGroupId === resourceGroupId) &&
      (hasTags?.(policy) ?? true),
  );
  const { items, info } = page(found, request, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    autoSnapshotPolicies: { autoSnapshotPolicy: items.map((policy) => describe(policy, context)) },
  };
};

const describe = (policy: AutoSnapshotPolicy, { tables }: Context) => ({
  autoSnapshotPolicyId: policy.id,
  autoSnapshotPolicyName: policy.autoSnapshotPolicyName,
  regionId: policy.regionId,
  status: 'Normal',
  type: 'Custom',
  timePoints: JSON.stringify(policy.timePoints.map(String)),
  repeatWeekdays: JSON.stringify(policy.repeatWeekdays.map(String)),
  retentionDays: policy.retentionDays,
  diskNums: tables.disks.by('autoSnapshotPolicyId', policy.id).count,
  volumeNums: 0,
  enableCrossRegionCopy: policy.enableCrossRegionCopy,
  targetCopyRegions: JSON.stringify(policy.targetCopyRegions),
  copiedSnapshotsRetentionDays: policy.copiedSnapshotsRetentionDays,
  copyEncryptionConfiguration: policy.copyEncrypted
    ? { encrypted: true, KMSKeyId: policy.copyKmsKeyId }
    : undefined,
  creationTime: toIsoSeconds(policy.createdAt),
  resourceGroupId: policy.resourceGroupId,
  tags: { tag: toTagList(policy.tags) },
});
