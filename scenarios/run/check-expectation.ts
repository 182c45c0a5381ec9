import type { Expectation } from '../scenario.ts';
import { checkAttribute, checkIdFormat } from './attribute-expectations.ts';
import {
  checkAccountIsEmpty,
  checkExists,
  checkGone,
  checkReplaced,
  checkSameState,
  checkUpdatedInPlace,
} from './existence-expectations.ts';
import type { Seen, Unmet } from './expectation.ts';
import { checkTimeout } from './timeout-expectation.ts';
import { checkDocumented, checkRefused, checkResult, checkSucceeds } from './outcome-expectations.ts';

/** Judges one expectation. @returns null if it is met */
export const checkExpectation = async (expected: Expectation, seen: Seen): Promise<Unmet | null> => {
  if ('succeeds' in expected) return checkSucceeds(seen);
  if ('refused' in expected) return checkRefused(expected, seen);
  if ('attribute' in expected) return checkAttribute(expected, seen);
  if ('idOf' in expected) return checkIdFormat(expected, seen);
  if ('exists' in expected) return checkExists(expected, seen);
  if ('gone' in expected) return checkGone(expected, seen);
  if ('replaced' in expected) return checkReplaced(expected, seen);
  if ('updatedInPlace' in expected) return checkUpdatedInPlace(expected, seen);
  if ('sameState' in expected) return checkSameState(expected, seen);
  if ('documented' in expected) return checkDocumented(expected, seen);
  if ('result' in expected) return checkResult(expected, seen);
  if ('timeoutOf' in expected) return checkTimeout(expected, seen);
  return checkAccountIsEmpty(seen);
};

/** Whether the step may be refused: its expectations say so. Otherwise it must succeed. */
export const expectsRefusal = (expectations: readonly Expectation[]): boolean =>
  expectations.some((expected) => 'refused' in expected);
