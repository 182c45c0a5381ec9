import { expect, test } from '@playwright/test';
import type { Result } from '../../../scenarios/result.ts';
import { comparedWith, secondOpinion } from '../../../scenarios/run/compare.ts';
import { inParallel } from '../../../scenarios/run/in-parallel.ts';

const result = (driver: 'sdk' | 'terraform', verdict: Result['verdict']): Result => ({
  scenario: 'alicloud_vpc/attribute/id',
  kind: 'attribute',
  title: 'the attribute `id` is there',
  trust: 'documented',
  page: null,
  driver,
  verdict,
  reason: verdict === 'not-checked' ? `${driver} cannot` : null,
  failure:
    verdict === 'failed'
      ? {
          step: 1,
          doing: 'create it',
          expected: 'one',
          observed: `another by ${driver}`,
          calls: [],
          blame: null,
        }
      : null,
  durationMs: 1,
});

test('where Terraform fails and the API keeps the promise, the provider is to blame', () => {
  const seen = secondOpinion(result('terraform', 'failed'), result('sdk', 'passed'));
  expect(seen.failure?.blame?.on).toBe('provider');
});

test('where both fail, the page or the emulator is to blame', () => {
  const seen = secondOpinion(result('terraform', 'failed'), result('sdk', 'failed'));
  expect(seen.failure?.blame).toEqual({
    on: 'page or emulator',
    because: 'the driver sdk fails as well: another by sdk',
  });
});

test('nobody is blamed where the other driver cannot tell', () => {
  const own = result('terraform', 'failed');
  expect(secondOpinion(own, result('sdk', 'not-checked'))).toEqual(own);
});

for (const [terraform, sdk, verdict, blame, driver] of [
  ['passed', 'passed', 'passed', undefined, 'sdk+terraform'],
  ['failed', 'passed', 'failed', 'provider', 'sdk+terraform'],
  ['passed', 'failed', 'failed', 'binding', 'sdk+terraform'],
  ['failed', 'failed', 'failed', 'page or emulator', 'sdk+terraform'],
  ['passed', 'not-checked', 'passed', undefined, 'terraform'],
  ['not-checked', 'passed', 'passed', undefined, 'sdk'],
] as const) {
  test(`terraform ${terraform} and sdk ${sdk} make ${verdict}, with the blame on ${blame ?? 'nobody'}`, () => {
    const both = comparedWith(result('terraform', terraform), result('sdk', sdk));
    expect(both.verdict).toBe(verdict);
    expect(both.failure?.blame?.on).toBe(blame);
    expect(both.driver).toBe(driver);
  });
}

test('items are done so many at a time, their results stay in order, and a stop begins no more', async () => {
  let under = 0;
  let most = 0;
  const double = async (item: number): Promise<number> => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setImmediate(resolve));
    under--;
    return item * 2;
  };
  expect(await inParallel([1, 2, 3, 4, 5], 2, double)).toEqual([2, 4, 6, 8, 10]);
  expect(most).toBe(2);
  const begun: number[] = [];
  await inParallel(
    [1, 2, 3],
    1,
    (item) => Promise.resolve(begun.push(item)),
    () => begun.length === 2,
  );
  expect(begun).toEqual([1, 2]);
});
