import { apiErrorOf } from '../bindings/api-error.ts';
import { InvalidArgumentsError, InvalidIdError } from '../bindings/binding.ts';
import { FailedStatusError, WaitTimeoutError } from '../bindings/wait.ts';
import type { RefusalKind } from '../scenario.ts';

/** Why something was refused, before it is known how much was done. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly message: string;
}

/** Reasons by error code; the first that matches counts. The codes keep ECS's own spelling mistakes. */
const kindsByCode: readonly (readonly [RefusalKind, RegExp])[] = [
  ['not-implemented', /^alimock\.NotImplemented$/],
  ['missing-argument', /^MissingParam/],
  ['quota', /Quota|LimitExceed|ExceedLimit|Exceeded/i],
  ['in-use', /DependencyViolation|InUse|UsingBy|ImageUse|StillAttached|SnapshotCreated|HasBound/i],
  [
    'forbidden',
    /Forb+i?d+en|Forbbiden|OperationDen?ied|OperationDeined|Unauthorized|NoPermission|Protection/i,
  ],
  ['not-found', /NotFound|NotExist/i],
  [
    'conflict',
    /Incorrect\w*Status|Status(Invalid|NotSupport)|Conflict|Duplicate|AlreadyExist|IdempotentParam/i,
  ],
  ['invalid-value', /^Invalid|Malformed|Unnecessary|NotSupport|Illegal/i],
];

/** The reason that an API's error code stands for. @param status HTTP status; 0 where it is not known */
export const kindOfCode = (code: string, status: number): RefusalKind =>
  kindsByCode.find(([, pattern]) => pattern.test(code))?.[0] ??
  (status === 404 ? 'not-found' : status === 403 ? 'forbidden' : 'other');

/**
 * What an error says of the attempt. Undefined: it is no refusal but a fault of the driver, and has to be
 * thrown on.
 */
export const refusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof InvalidIdError) {
    return { kind: 'invalid-value', code: 'InvalidResourceId', message: error.message };
  }
  if (error instanceof InvalidArgumentsError) {
    return { kind: 'invalid-value', code: 'InvalidArguments', message: error.message };
  }
  if (error instanceof FailedStatusError) {
    return { kind: 'other', code: 'FailedToReachTargetStatus', message: error.message };
  }
  if (error instanceof WaitTimeoutError) {
    return { kind: 'other', code: 'WaitTimeout', message: error.message };
  }
  const known = apiErrorOf(error);
  return known && { kind: kindOfCode(known.code, known.status), code: known.code, message: known.message };
};
