import path from 'node:path';
import { run } from './tool.ts';
import type { Tool } from './tool.ts';

const actionlintModule = path.join(import.meta.dirname, 'actionlint');

/** actionlint, which checks GitHub workflows, built from its Go module. */
export const actionlint: Tool = {
  name: 'actionlint',
  title: 'actionlint',
  inputs: [path.join(actionlintModule, 'go.mod'), path.join(actionlintModule, 'go.sum')],
  install(folder) {
    run('go', ['build', '-mod=readonly', '-o', folder, 'github.com/rhysd/actionlint/cmd/actionlint'], {
      cwd: actionlintModule,
      missing: 'It needs Go 1.24 or newer.',
      env: { GOFLAGS: '' },
    });
  },
};
