import { expect, test } from '../admin/admin-client.ts';
import { ApiError } from '../api-client.ts';
import { Throttle } from '../../../emulator/server/throttle.ts';

test('an account has so many calls a second, whatever others do', () => {
  const throttle = new Throttle(2);
  expect([0, 0, 0].map((now) => throttle.allows('a', now))).toEqual([true, true, false]);
  expect(throttle.allows('b', 0)).toBe(true);
  expect(throttle.allows('a', 400)).toBe(false);
  expect(throttle.allows('a', 600)).toBe(true);
  expect([9000, 9000, 9000].map((now) => throttle.allows('a', now))).toEqual([true, true, false]);
});

test.describe('throttled', () => {
  test.use({ options: { callsPerSecond: 3 } });
  test('too many calls get Throttling.User', async ({ as }) => {
    const calls = Array.from({ length: 10 }, () =>
      as('a')
        .call('DescribeRegions')
        .then(
          () => 'ok',
          (error: unknown) => (error instanceof ApiError ? `${error.status} ${error.code}` : String(error)),
        ),
    );
    const answers = await Promise.all(calls);
    expect(answers.filter((answer) => answer === 'ok').length).toBeGreaterThanOrEqual(3);
    expect(answers).toContain('400 Throttling.User');
  });
});

test.describe('slow', () => {
  test.use({ options: { latencyMilliseconds: 200 } });
  test('every reply waits', async ({ as }) => {
    const started = performance.now();
    await Promise.all([as('a').call('DescribeRegions'), as('b').call('DescribeRegions')]);
    const took = performance.now() - started;
    expect(took).toBeGreaterThanOrEqual(195);
    expect(took).toBeLessThan(390);
  });
});
