/**
 * KMS, as far as the examples of ECS pages call it: keys, their state, protection and tags. The shapes are
 * written by hand from what clients read (@alicloud/kms20160120).
 */
export const kmsVersion = '2016-01-20';

const metadata =
  'Arn AutomaticRotation CreationDate Creator DKMSInstanceId=dkmsInstanceId DeleteDate DeletionProtection ' +
  'DeletionProtectionDescription Description KeyId KeySpec KeyState KeyUsage LastRotationDate ' +
  'MaterialExpireTime NextRotationDate Origin PrimaryKeyVersion ProtectionLevel RotationInterval';

/** Action → [request shape, response shape], in the notation of shape.ts. */
export const kmsShapes: Readonly<Record<string, readonly [string, string]>> = {
  CancelKeyDeletion: ['KeyId!', 'RequestId'],
  CreateKey: [
    'DKMSInstanceId=dkmsInstanceId Description EnableAutomaticRotation:bool KeySpec KeyUsage Origin Policy ' +
      'ProtectionLevel RotationInterval Tags',
    `KeyMetadata{${metadata}} RequestId`,
  ],
  DescribeKey: ['KeyId!', `KeyMetadata{${metadata}} RequestId`],
  DisableKey: ['KeyId!', 'RequestId'],
  EnableKey: ['KeyId!', 'RequestId'],
  GetKeyPolicy: ['KeyId! PolicyName', 'Policy RequestId'],
  ListKeys: [
    'PageNumber:int PageSize:int',
    'Keys{Key[]{KeyArn KeyId}} PageNumber:int PageSize:int RequestId TotalCount:int',
  ],
  ListTagResources: [
    'NextToken RegionId ResourceId[] ResourceType!',
    'NextToken RequestId TagResources{TagResource[]{ResourceId ResourceType TagKey TagValue}}',
  ],
  ScheduleKeyDeletion: ['KeyId! PendingWindowInDays!:int', 'RequestId'],
  SetDeletionProtection: [
    'DeletionProtectionDescription EnableDeletionProtection!:bool KeyId ProtectedResourceArn',
    'RequestId',
  ],
  SetKeyPolicy: ['KeyId! Policy! PolicyName', 'RequestId'],
  TagResources: ['RegionId ResourceId![] ResourceType! Tag[]{Key Value}', 'RequestId'],
  UntagResources: ['All:bool RegionId ResourceId![] ResourceType! TagKey[]', 'RequestId'],
  UpdateKeyDescription: ['Description KeyId!', 'RequestId'],
  UpdateRotationPolicy: ['EnableAutomaticRotation!:bool KeyId! RotationInterval', 'RequestId'],
};
