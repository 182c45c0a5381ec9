import path from 'node:path';
import { run } from './tool.ts';
import type { Tool } from './tool.ts';

const requirements = path.join(import.meta.dirname, 'python', 'requirements.txt');

/** The two official Python SDKs and Apache Libcloud, in a virtual environment. */
export const python: Tool = {
  name: 'python',
  title: 'Python with the Alibaba Cloud SDKs and Apache Libcloud',
  inputs: [requirements],
  install(folder) {
    const missing = 'It needs Python 3.10 or newer with the module venv (Debian: python3-venv).';
    const environment = path.join(folder, 'venv');
    run('python3', ['-m', 'venv', environment], { missing });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement'];
    run(pythonIn(folder), [...pip, requirements], { missing });
  },
};

/** The interpreter in the folder of the tool. */
export const pythonIn = (folder: string): string => path.join(folder, 'venv', 'bin', 'python');
