/**
 * The real provider, built from its Go module; run as a program it builds it, which takes minutes once.
 * `go install …@v1.240.0` cannot read the module's version list, so a small module of our own requires it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache.ts';

const moduleFolder = path.join(import.meta.dirname, 'provider');

const builtFolder = (): string =>
  cacheFolder('terraform-provider', [path.join(moduleFolder, 'go.mod'), path.join(moduleFolder, 'go.sum')]);

/** Folder that holds the built provider, or undefined if it was not built yet. */
export const providerFolder = (): string | undefined => {
  const folder = builtFolder();
  return existsSync(path.join(folder, 'terraform-provider-alicloud')) ? folder : undefined;
};

/**
 * Builds the provider unless it is there.
 * @throws Error if Go is missing or the build fails
 */
export const buildProvider = (): string => {
  const known = providerFolder();
  if (known !== undefined) return known;
  const folder = builtFolder();
  const unfinished = path.join(folder, 'unfinished');
  const { status, error } = spawnSync(
    'go',
    [
      'build',
      '-mod=readonly',
      '-ldflags=-s -w',
      '-o',
      unfinished,
      'github.com/aliyun/terraform-provider-alicloud',
    ],
    {
      cwd: moduleFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, GONOSUMDB: 'github.com/alibabacloud-go/fc-open-20210406', GOFLAGS: '' },
    },
  );
  if (error !== undefined) throw new Error(`cannot run go: ${error.message}. Install Go 1.24 or newer.`);
  if (status !== 0) throw new Error('the provider did not build; see above');
  renameSync(unfinished, path.join(folder, 'terraform-provider-alicloud'));
  return folder;
};

if (process.argv[1] === import.meta.filename) process.stdout.write(`${buildProvider()}\n`);
