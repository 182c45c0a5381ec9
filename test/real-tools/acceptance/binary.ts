import path from 'node:path';
import type { Tool } from '../tool.ts';
import { goInProviderModule, provider } from '../terraform-provider.ts';

/**
 * The provider's own acceptance tests, built from the module that the provider itself is built from: they call it in their
 * own process and need no Terraform. It takes about as long as the provider, so it is installed only where it is asked for.
 */
export const acceptanceTests: Tool = {
  name: 'provider-acceptance',
  title: "The Terraform provider's own acceptance tests",
  inputs: provider.inputs,
  install(folder) {
    const output = path.join(folder, program);
    const tests = 'github.com/aliyun/terraform-provider-alicloud/alicloud';
    goInProviderModule(['test', '-c', '-mod=readonly', '-vet=off', '-ldflags=-s -w', '-o', output, tests]);
  },
};

/** Its file, in the tool's folder. */
export const program = 'alicloud.test';
