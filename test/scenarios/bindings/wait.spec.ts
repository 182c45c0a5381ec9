import { expect, test } from '@playwright/test';
import { FailedStatusError, waitFor } from '../../../scenarios/bindings/wait.ts';

const sequence = (...statuses: (string | null)[]): (() => Promise<string | null>) => {
  let at = 0;
  return () => Promise.resolve(statuses[Math.min(at++, statuses.length - 1)] ?? null);
};

test('asks until the status is there', async () => {
  await waitFor('Running', sequence(null, 'Pending', 'Starting', 'Running'), 'Running');
});

test('null is to be gone', async () => {
  await waitFor('the end', sequence('Deleting', null), null);
});

test('a status from which it never gets there ends the waiting', async () => {
  const waiting = waitFor('Available of m-1', sequence('Creating', 'CreateFailed'), 'Available', [
    'CreateFailed',
  ]);
  await expect(waiting).rejects.toThrow(FailedStatusError);
  await expect(waiting).rejects.toThrow(
    'Available of m-1 cannot happen any more: the status is CreateFailed',
  );
});

test('an error of the question ends the waiting', async () => {
  await expect(waitFor('x', () => Promise.reject(new Error('closed')), 'y')).rejects.toThrow('closed');
});
