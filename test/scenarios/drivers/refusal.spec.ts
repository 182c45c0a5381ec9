import { expect, test } from '@playwright/test';
import { InvalidArgumentsError, InvalidIdError } from '../../../scenarios/bindings/binding.ts';
import { refusalOf } from '../../../scenarios/drivers/refusal.ts';
import type { RefusalKind } from '../../../scenarios/scenario.ts';

/** As the official SDK throws an error reply. */
const sdkError = (code: string, statusCode: number): Error =>
  Object.assign(new Error(`${code}: code: ${statusCode}, The reason. request id: 5C2F-1`), {
    code,
    statusCode,
  });

const codes: readonly (readonly [code: string, status: number, kind: RefusalKind])[] = [
  ['alimock.NotImplemented', 501, 'not-implemented'],
  ['MissingParameter', 400, 'missing-argument'],
  ['MissingParamter', 400, 'missing-argument'],
  ['QuotaExceed.ShareImageUser', 403, 'quota'],
  ['InstanceDiskLimitExceeded', 403, 'quota'],
  ['QuotaExceeded.Vpc', 400, 'quota'],
  ['DependencyViolation.VSwitch', 400, 'in-use'],
  ['ImageUseShared', 403, 'in-use'],
  ['ImageUsingByInstance', 403, 'in-use'],
  ['DiskStillAttached', 403, 'in-use'],
  ['InvalidAccount.Forbbiden', 404, 'forbidden'],
  ['OperationDeined.EncryptedSnapshot', 403, 'forbidden'],
  ['OperationDenied.InvalidImageStatus', 403, 'forbidden'],
  ['Forbidden.RAM', 403, 'forbidden'],
  ['InvalidImageId.NotFound', 404, 'not-found'],
  ['InvalidDiskId.OperationNotSupported', 404, 'invalid-value'],
  ['IncorrectInstanceStatus', 403, 'conflict'],
  ['InvalidImageName.Duplicated', 400, 'conflict'],
  ['InvalidCidrBlock.Malformed', 400, 'invalid-value'],
  ['UnnecessaryParameter.LaunchPermission', 400, 'invalid-value'],
  ['SomethingNew', 404, 'not-found'],
  ['SomethingNew', 403, 'forbidden'],
  ['SomethingNew', 400, 'other'],
];

for (const [code, status, kind] of codes) {
  test(`${status} ${code} is refused as ${kind}`, () => {
    expect(refusalOf(sdkError(code, status))).toEqual({ kind, code, message: 'The reason.' });
  });
}

test('what the provider itself refuses is a refusal too', () => {
  const id = refusalOf(new InvalidIdError('alicloud_x', 'a', '<a>:<b>'));
  expect(id).toMatchObject({
    kind: 'invalid-value',
    message: '"a" is no id of alicloud_x: expected <a>:<b>',
  });
  expect(refusalOf(new InvalidArgumentsError('no'))).toMatchObject({ kind: 'invalid-value', message: 'no' });
});

test('any other error is no refusal', () => {
  expect(refusalOf(new TypeError('a bug'))).toBeUndefined();
  expect(refusalOf('text')).toBeUndefined();
});
