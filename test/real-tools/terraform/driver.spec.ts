/** The driver terraform, as people use it: alimock check --driver terraform. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkReportSchema } from '../../../scenarios/result.ts';
import type { Result } from '../../../scenarios/result.ts';
import { alimock, checkout } from '../../cli/alimock.ts';
import { needsTerraform, provider } from '../terraform-provider.ts';
import { toolFolder } from '../tool.ts';
import { expect, test } from './fixtures.ts';

needsTerraform();

const page = 'examples/image_share_permission.python.md';

test('both drivers keep the same promises of our example, but for what the provider does wrong', async () => {
  const both = ['check', page, '--driver', 'both', '--provider-dir', toolFolder(provider)];
  const { stdout, exitCode } = await alimock([...both, '--reporter', 'json'], {}, checkout, 570_000);
  const report = checkReportSchema.parse(JSON.parse(stdout));
  const results: Result[] = report.pages.flatMap((one) => one.results);
  const failed = results.filter(({ verdict }) => verdict === 'failed');
  // The provider's read asks whether the image is shared with anybody, not with the account of the id.
  expect(failed.map(({ scenario }) => scenario)).toEqual([
    'alicloud_image_share_permission/argument/account_id/force-new',
    'alicloud_image_share_permission/id/one-account',
  ]);
  for (const { failure } of failed) {
    expect(failure?.blame?.on).toBe('provider');
    expect(failure?.doing).toContain('driver terraform; the driver sdk passed');
    expect(failure?.calls.map(({ action }) => action)).toContain('DescribeImageSharePermission');
  }
  expect(exitCode).toBe(1);
  expect(results.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(30);
  // Nothing was left to one driver alone.
  expect(new Set(results.filter(({ verdict }) => verdict === 'passed').map(({ driver }) => driver))).toEqual(
    new Set(['sdk+terraform']),
  );
});

test('where there is no provider, it says so and what to do', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'alimock-empty-'));
  const { stderr, exitCode } = await alimock([
    'check',
    page,
    '--driver',
    'terraform',
    '--provider-dir',
    empty,
  ]);
  rmSync(empty, { recursive: true });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`there is no terraform-provider-alicloud in ${empty}`);
  expect(stderr).not.toContain('    at ');
});
