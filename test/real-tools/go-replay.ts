import path from 'node:path';
import { run } from './tool.ts';
import type { Tool } from './tool.ts';

/** The module that a replayed call is run in: it pins what the Go SDKs of today rest on. */
export const goReplayModule = path.join(import.meta.dirname, 'go-replay');

const inputs = ['go.mod', 'go.sum', 'imports.go'].map((name) => path.join(goReplayModule, name));

/** The general client of the Go SDKs, fetched and compiled, so that a program with it is built in seconds. */
export const goReplay: Tool = {
  name: 'go-replay',
  title: 'The general client of the Alibaba Cloud SDKs for Go',
  inputs,
  install(folder) {
    run('go', ['build', '-mod=readonly', '-o', folder, '.'], {
      cwd: goReplayModule,
      missing: 'It needs Go 1.24 or newer.',
      env: { GOFLAGS: '' },
    });
  },
};
