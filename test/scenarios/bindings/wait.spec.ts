import { expect, test } from '@playwright/test';
import { FailedStatusError, WaitTimeoutError, waitFor } from '../../../scenarios/bindings/wait.ts';

const api = { waitLimitMs: 200 };

const sequence = (...statuses: (string | null)[]): (() => Promise<string | null>) => {
  let at = 0;
  return () => Promise.resolve(statuses[Math.min(at++, statuses.length - 1)] ?? null);
};

test('asks until the status is there', async () => {
  await waitFor(api, 'Running', sequence(null, 'Pending', 'Starting', 'Running'), 'Running');
});

test('null is to be gone', async () => {
  await waitFor(api, 'the end', sequence('Deleting', null), null);
});

test('a status from which it never gets there ends the waiting', async () => {
  const waiting = waitFor(api, 'Available of m-1', sequence('Creating', 'CreateFailed'), 'Available', [
    'CreateFailed',
  ]);
  await expect(waiting).rejects.toThrow(FailedStatusError);
  await expect(waiting).rejects.toThrow(
    'Available of m-1 cannot happen any more: the status is CreateFailed',
  );
});

test('an error of the question ends the waiting', async () => {
  await expect(waitFor(api, 'x', () => Promise.reject(new Error('closed')), 'y')).rejects.toThrow('closed');
});

test('the waiting ends after its limit and says what was seen last', async () => {
  const waiting = waitFor(api, 'Running of i-1', sequence('Pending'), 'Running');
  await expect(waiting).rejects.toThrow(WaitTimeoutError);
  await expect(waiting).rejects.toThrow(
    'Running of i-1 did not happen within 0.2 seconds; seen last: Pending',
  );
});
