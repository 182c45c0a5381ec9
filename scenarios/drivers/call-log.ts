import type { AnsweredCall } from '../../emulator/index.ts';
import type { ApiCall } from '../result.ts';

const secretName = /password|secret|signature|securitytoken|userdata|privatekey/i;

/** Parameters that every call has and that say nothing of it. */
const noise = new Set([
  ...['ClientToken', 'Format', 'Version', 'Action', 'Timestamp', 'AccessKeyId'],
  ...['Signature', 'SignatureMethod', 'SignatureNonce', 'SignatureType', 'SignatureVersion'],
]);

/**
 * A call as a report shows it: secrets are masked.
 * @param account how the report names the calling account
 */
export const toApiCall = ({ call, status, code, message }: AnsweredCall, account: string): ApiCall => ({
  action: call.action,
  account,
  parameters: Object.fromEntries(
    [...call.parameters]
      .filter(([name]) => !noise.has(name))
      .map(([name, value]) => [name, secretName.test(name) ? '***' : value]),
  ),
  status,
  code,
  message,
});
