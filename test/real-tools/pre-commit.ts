import path from 'node:path';
import { run } from './tool.ts';
import type { Tool } from './tool.ts';

const requirements = path.join(import.meta.dirname, 'pre-commit', 'requirements.txt');

/** pre-commit, which runs hooks of other repositories, in a virtual environment. */
export const preCommit: Tool = {
  name: 'pre-commit',
  title: 'pre-commit',
  inputs: [requirements],
  install(folder) {
    const missing = 'It needs Python 3.10 or newer with the module venv (Debian: python3-venv).';
    const environment = path.join(folder, 'venv');
    run('python3', ['-m', 'venv', environment], { missing });
    const pip = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--requirement',
      requirements,
    ];
    run(path.join(environment, 'bin', 'python'), pip, { missing });
  },
};
