import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from '@playwright/test';
import { needsTool, run } from './tool.ts';
import type { Tool } from './tool.ts';

const moduleFolder = path.join(import.meta.dirname, 'provider');

/** Runs Go in the small module that requires the provider. */
export const goInProviderModule = (args: readonly string[]): void =>
  run('go', args, {
    cwd: moduleFolder,
    missing: 'It needs Go 1.24 or newer.',
    env: { GONOSUMDB: 'github.com/alibabacloud-go/fc-open-20210406', GOFLAGS: '' },
  });

/**
 * The real provider, built from its Go module; it takes minutes once. `go install …@v1.240.0` cannot read
 * the module's version list, so a small module of our own requires it.
 */
export const provider: Tool = {
  name: 'terraform-provider',
  title: 'The Terraform provider alicloud',
  inputs: [path.join(moduleFolder, 'go.mod'), path.join(moduleFolder, 'go.sum')],
  install(folder) {
    const output = path.join(folder, 'terraform-provider-alicloud');
    const program = 'github.com/aliyun/terraform-provider-alicloud';
    goInProviderModule(['build', '-mod=readonly', '-ldflags=-s -w', '-o', output, program]);
  },
};

export const providerVersion = '1.240.0';

const hasTerraform = (): boolean =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, 'terraform')));

/** Skips the tests of the file where Terraform or the provider is missing. In CI they must be there. */
export const needsTerraform = (): void => {
  const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
  test.skip(!hasTerraform() && !inCI, 'Terraform is not installed: put version 1.5 or newer on the PATH');
  needsTool(provider);
};
