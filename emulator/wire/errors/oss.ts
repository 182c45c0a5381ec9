import { defineErrors } from './define.ts';

/** Errors of OSS; codes and statuses are those of its pages. */
export const ossErrors = defineErrors({
  AccessDenied: [403, 'The bucket or the object belongs to another account.'],
  BucketAlreadyExists: [409, 'There is a bucket {Bucket} already; the name is shared by all accounts.'],
  BucketNotEmpty: [409, 'There are objects in the bucket {Bucket}.'],
  InvalidAccessKeyId: [403, 'The access key {AccessKeyId} does not exist.'],
  InvalidArgument: [400, 'The value of {Argument} is not valid: {Reason}.'],
  InvalidBucketName: [
    400,
    'The bucket name {Bucket} is not valid: 3 to 63 small letters, digits and hyphens, no hyphen at the ends.',
  ],
  InvalidDigest: [400, 'The body does not have the MD5 that Content-MD5 says.'],
  InvalidObjectName: [400, 'An object name has 1 to 1023 bytes and does not begin with "/" or "\\".'],
  InvalidRange: [416, 'The range {Range} lies outside of the object.'],
  MalformedXML: [400, 'The body is no document with the element {Element}.'],
  NoSuchBucket: [404, 'The bucket {Bucket} does not exist.'],
  NoSuchBucketPolicy: [404, 'The bucket {Bucket} has no policy.'],
  NoSuchCORSConfiguration: [404, 'The bucket {Bucket} has no CORS rules.'],
  NoSuchKey: [404, 'The object {Key} does not exist.'],
  NoSuchLifecycle: [404, 'The bucket {Bucket} has no lifecycle rules.'],
  NoSuchServerSideEncryptionRule: [404, 'The bucket {Bucket} has no encryption rule.'],
  NoSuchTransferAccelerationConfiguration: [404, 'The bucket {Bucket} has no transfer acceleration.'],
  NoSuchWebsiteConfiguration: [404, 'The bucket {Bucket} has no website.'],
  RequestTimeTooSkewed: [403, 'The Date of the request is more than {Minutes} minutes away.'],
  TooManyBuckets: [400, 'The account can have at most {Limit} buckets.'],
});
