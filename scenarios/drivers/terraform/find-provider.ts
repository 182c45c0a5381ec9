/** Where the provider's binary is. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { configurationOf, providerSettings } from './configuration.ts';
import { readRun } from './diagnostics.ts';
import { MissingToolError } from './missing-tool.ts';
import { terraform } from './terraform-command.ts';

const binary = new RegExp(`^terraform-provider-${providerSettings.name}(_v[\\w.+-]+)?(\\.exe)?$`);

/**
 * The provider in a folder that somebody built or unpacked it into.
 * @throws MissingToolError if there is none
 */
export const providerIn = async (folder: string): Promise<string> => {
  const found = (await filesIn(folder)).find((file) => binary.test(path.basename(file)));
  if (found !== undefined) return found;
  throw new MissingToolError(
    `there is no terraform-provider-${providerSettings.name} in ${folder}: build the provider there, or unpack its release.`,
  );
};

/**
 * The released provider, which `terraform init` gets from the registry or from a mirror that the user's CLI
 * configuration names.
 * @param cache folder that it is kept in
 * @throws MissingToolError if it cannot be had
 */
export const initialisedProvider = async (
  cache = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'alimock', 'terraform'),
): Promise<string> => {
  const known = (await filesIn(cache)).find((file) => binary.test(path.basename(file)));
  if (known !== undefined) return known;
  const folder = await mkdtemp(path.join(tmpdir(), 'alimock-terraform-'));
  try {
    await writeFile(path.join(folder, 'main.tf.json'), configurationOf([], 'none'));
    const environment = { ...process.env, TF_DATA_DIR: cache };
    const { exitCode, output } = await terraform(['init', '-no-color', '-input=false'], folder, environment);
    if (exitCode === 0) return await providerIn(cache);
    const why = readRun(output, exitCode).problems[0];
    throw new MissingToolError(
      `terraform init does not get the provider ${providerSettings.source}: ${why?.summary ?? ''} ${why?.detail ?? ''}\n` +
        'Name a folder that holds it with --provider-dir.',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Files below a folder. Terraform links to what a mirror has unpacked, so links are followed. */
const filesIn = async (folder: string, depth = 6): Promise<string[]> => {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  const found = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const isFolder = (await stat(file).catch(() => undefined))?.isDirectory() === true;
      if (!isFolder) return [file];
      return depth === 0 ? [] : filesIn(file, depth - 1);
    }),
  );
  return found.flat();
};
