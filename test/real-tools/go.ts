import path from 'node:path';
import { run } from './tool.ts';
import type { Tool } from './tool.ts';

/** The module that pins both official Go SDKs, and holds a program for each. */
export const goModule = path.join(import.meta.dirname, 'go');

const inModule = (...names: string[]): string => path.join(goModule, ...names);

/** Programs with the two official Go SDKs, built. */
export const go: Tool = {
  name: 'go',
  title: 'The Alibaba Cloud SDKs for Go',
  inputs: [
    inModule('go.mod'),
    inModule('go.sum'),
    inModule('current', 'main.go'),
    inModule('classic', 'main.go'),
  ],
  install(folder) {
    run('go', ['build', '-mod=readonly', '-o', folder, './current', './classic'], {
      cwd: goModule,
      missing: 'It needs Go 1.24 or newer.',
      env: { GOFLAGS: '' },
    });
  },
};
