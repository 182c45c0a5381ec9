import path from 'node:path';
import { run } from '../tool.ts';
import type { Tool } from '../tool.ts';
import { provider } from '../terraform-provider.ts';

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
    run('go', ['test', '-c', '-mod=readonly', '-vet=off', '-ldflags=-s -w', '-o', output, tests], {
      cwd: path.join(import.meta.dirname, '..', 'provider'),
      missing: 'It needs Go 1.24 or newer.',
      env: { GONOSUMDB: 'github.com/alibabacloud-go/fc-open-20210406', GOFLAGS: '' },
    });
  },
};

/** Its file, in the tool's folder. */
export const program = 'alicloud.test';
