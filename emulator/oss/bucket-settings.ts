import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';
import type { ErrorCode } from '../wire/fault.ts';
import { requireOwnBucket } from './access.ts';
import { bytesOf, requireRoot, textOf, valuesOf } from './documents.ts';
import type { OssAnswer, OssOperation } from './operation.ts';

/** A setting of a bucket that is read and written as a whole. */
interface Setting {
  /** Root element of its document; empty for one in JSON. */
  readonly root: string;
  /** What a bucket without it answers: an error, or a document. */
  readonly absent: ErrorCode | { readonly document: string };
}

const document = (root: string, content: string) => ({ document: `<${root}>${content}</${root}>` });

/** Sub-resources by name. What is put is kept and given back; it has no effect on requests. */
const settings: Readonly<Record<string, Setting>> = {
  cors: { root: 'CORSConfiguration', absent: 'NoSuchCORSConfiguration' },
  website: { root: 'WebsiteConfiguration', absent: 'NoSuchWebsiteConfiguration' },
  lifecycle: { root: 'LifecycleConfiguration', absent: 'NoSuchLifecycle' },
  encryption: { root: 'ServerSideEncryptionRule', absent: 'NoSuchServerSideEncryptionRule' },
  policy: { root: '', absent: 'NoSuchBucketPolicy' },
  transferAcceleration: {
    root: 'TransferAccelerationConfiguration',
    absent: 'NoSuchTransferAccelerationConfiguration',
  },
  logging: { root: 'BucketLoggingStatus', absent: document('BucketLoggingStatus', '') },
  referer: {
    root: 'RefererConfiguration',
    absent: document(
      'RefererConfiguration',
      '<AllowEmptyReferer>true</AllowEmptyReferer><RefererList></RefererList>',
    ),
  },
  tagging: { root: 'Tagging', absent: document('Tagging', '<TagSet></TagSet>') },
  requestPayment: {
    root: 'RequestPaymentConfiguration',
    absent: document('RequestPaymentConfiguration', '<Payer>BucketOwner</Payer>'),
  },
  accessmonitor: {
    root: 'AccessMonitorConfiguration',
    absent: document('AccessMonitorConfiguration', '<Status>Disabled</Status>'),
  },
  publicAccessBlock: {
    root: 'PublicAccessBlockConfiguration',
    absent: document('PublicAccessBlockConfiguration', '<BlockPublicAccess>false</BlockPublicAccess>'),
  },
};

/** Names of the sub-resources that are settings. */
export const settingNames: readonly string[] = Object.keys(settings);

const settingOf = (name: string): Setting => {
  const setting = settings[name];
  if (setting === undefined) throw new Error(`there is no setting ${name}`);
  return setting;
};

const answerDocument = (text: string, isJson: boolean): OssAnswer => ({
  content: bytesOf(
    isJson || text.startsWith('<?xml') ? text : `<?xml version="1.0" encoding="UTF-8"?>${text}`,
  ),
  headers: { 'content-type': isJson ? 'application/json' : 'application/xml' },
});

/** Reads a setting. */
export const getSetting =
  (name: string): OssOperation =>
  ({ bucket }, context) => {
    const { root, absent } = settingOf(name);
    const kept = requireOwnBucket(context, bucket).settings[name];
    if (kept !== undefined) return answerDocument(kept, root === '');
    if (typeof absent === 'string') throw fault(absent, { Bucket: bucket });
    return answerDocument(absent.document, false);
  };

/** Writes a setting whole. */
export const putSetting =
  (name: string): OssOperation =>
  ({ bucket, body }, context) => {
    const { root } = settingOf(name);
    const text = textOf(body);
    if (root === '') requireJson(text);
    else requireRoot(text, root);
    setSetting(context, bucket, name, text);
    return {};
  };

/** Takes a setting away; nothing happens where there is none. */
export const deleteSetting =
  (name: string): OssOperation =>
  ({ bucket }, context) => {
    setSetting(context, bucket, name, undefined);
    return { status: 204 };
  };

const setSetting = (context: Context, name: string, setting: string, value: string | undefined): void => {
  const bucket = requireOwnBucket(context, name);
  const { [setting]: _before, ...others } = bucket.settings;
  context.tables.ossBuckets.update(name, {
    settings: value === undefined ? others : { ...others, [setting]: value },
  });
};

const requireJson = (text: string): void => {
  try {
    JSON.parse(text);
  } catch {
    throw fault('InvalidArgument', { Argument: 'policy', Reason: 'it is no JSON' });
  }
};

/** No bucket keeps versions here, and none can be made to. */
export const getBucketVersioning: OssOperation = ({ bucket }, context) => {
  requireOwnBucket(context, bucket);
  return answerDocument('<VersioningConfiguration></VersioningConfiguration>', false);
};

export const getBucketResourceGroup: OssOperation = ({ bucket }, context) => ({
  xml: {
    BucketResourceGroupConfiguration: { ResourceGroupId: requireOwnBucket(context, bucket).resourceGroupId },
  },
});

export const putBucketResourceGroup: OssOperation = ({ bucket, body }, context) => {
  requireOwnBucket(context, bucket);
  const [resourceGroupId = ''] = valuesOf(textOf(body), 'ResourceGroupId');
  if (resourceGroupId === '') throw fault('MalformedXML', { Element: 'ResourceGroupId' });
  context.tables.ossBuckets.update(bucket, { resourceGroupId });
  return {};
};
