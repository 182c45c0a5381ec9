import { findRegion } from '../catalog/regions.ts';
import type { AutoSnapshotPolicy } from '../state/rows/snapshot-policy.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { isResourceName } from './names.ts';

/** The page has one code for everything: the message says which parameter it is. */
const invalid = (parameter: string, reason: string): ReturnType<typeof fault> =>
  fault('ParameterInvalid', { Parameter: parameter, Reason: reason }, 403);

/**
 * A JSON list of whole numbers as texts: `["1", "7"]`.
 * @returns each number once, in the request's order
 */
const readNumbers = (parameter: string, text: string, least: number, most: number): number[] => {
  const refusal = (): ReturnType<typeof fault> =>
    invalid(parameter, `it must be a JSON list of whole numbers from ${least} to ${most}`);
  const numbers = readIds(text, refusal).map((value) => (/^\d{1,2}$/.test(value) ? Number(value) : -1));
  if (numbers.length === 0 || numbers.some((number) => number < least || number > most)) throw refusal();
  return [...new Set(numbers)];
};

export const readTimePoints = (text: string): number[] => readNumbers('timePoints', text, 0, 23);

export const readWeekdays = (text: string): number[] => readNumbers('repeatWeekdays', text, 1, 7);

const maxDays = 65_536;

/** -1 is for ever. @throws Fault ParameterInvalid */
export const readRetention = (parameter: string, days: number): number => {
  if (days === -1 || (days >= 1 && days <= maxDays)) return days;
  throw invalid(parameter, `it must be -1, or from 1 to ${maxDays}`);
};

/** An empty name is none. @throws Fault ParameterInvalid */
export const checkPolicyName = (name: string): void => {
  if (name !== '' && !isResourceName(name)) throw invalid('autoSnapshotPolicyName', 'it is not a valid name');
};

/** What of a request is about copies in other regions. */
export interface CopyRequest {
  readonly enableCrossRegionCopy?: boolean;
  readonly targetCopyRegions?: string;
  readonly copiedSnapshotsRetentionDays?: number;
  readonly copyEncryptionConfiguration?: { readonly encrypted?: boolean; readonly KMSKeyId?: string };
}

type Copies = Pick<
  AutoSnapshotPolicy,
  | 'enableCrossRegionCopy'
  | 'targetCopyRegions'
  | 'copiedSnapshotsRetentionDays'
  | 'copyEncrypted'
  | 'copyKmsKeyId'
>;

const noCopies: Copies = {
  enableCrossRegionCopy: false,
  targetCopyRegions: [],
  copiedSnapshotsRetentionDays: -1,
  copyEncrypted: false,
  copyKmsKeyId: '',
};

/**
 * What is copied where, and for how long; what the request does not name stays. The policy's own region is taken too:
 * the provider's tests (resource_alicloud_ecs_auto_snapshot_policy_test.go) copy to it.
 * @throws Fault ParameterInvalid
 */
export const readCopies = (request: CopyRequest, before: Copies = noCopies): Copies => {
  const { targetCopyRegions = '', copyEncryptionConfiguration: encryption = {} } = request;
  const targets =
    targetCopyRegions === ''
      ? before.targetCopyRegions
      : readIds(targetCopyRegions, () => invalid('TargetCopyRegions', 'it must be a JSON list of regions'));
  if (targets.some((target) => findRegion(target) === undefined)) {
    throw invalid('TargetCopyRegions', 'it names a region that is not there');
  }
  const enabled = request.enableCrossRegionCopy ?? before.enableCrossRegionCopy;
  if (enabled && targets.length === 0) throw invalid('TargetCopyRegions', 'copies need a region to go to');
  return {
    enableCrossRegionCopy: enabled,
    targetCopyRegions: enabled ? targets : [],
    copiedSnapshotsRetentionDays: readRetention(
      'CopiedSnapshotsRetentionDays',
      request.copiedSnapshotsRetentionDays ?? before.copiedSnapshotsRetentionDays,
    ),
    copyEncrypted: encryption.encrypted ?? before.copyEncrypted,
    copyKmsKeyId: encryption.KMSKeyId ?? before.copyKmsKeyId,
  };
};
