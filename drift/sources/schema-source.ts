/** `schema:FILE` and `schema:terraform`: what the provider itself says, as Terraform prints it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Source } from '../source.ts';
import { DriftSourceError } from '../source.ts';
import { providerSchemaFile, schemaSurfaces } from './provider-schema.ts';
import { surfaceSource } from './surfaces.ts';

/** The schema JSON carries no ForceNew, default, valid values, id format or import. */
const shows = [
  ...['undocumented', 'documented-only', 'required-optional', 'computed', 'type', 'nesting', 'deprecated'],
  ...['sensitive', 'limit', 'timeouts', 'attribute-missing', 'subject'],
];

/**
 * A file that `terraform providers schema -json` printed.
 * @throws DriftSourceError if it cannot be read or is none
 */
export const schemaFileSource = async (file: string): Promise<Source> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new DriftSourceError(`Cannot read the schema ${file}: ${reasonOf(error)}.`);
  }
  return sourceOf(`schema:${file}`, file, text);
};

const run = promisify(execFile);

/** Enough for any provider: AWS's schema is 40 MB. */
const maxOutput = 512 * 1024 * 1024;

/**
 * Runs `terraform providers schema -json` for the provider. Terraform finds it as it always does: in the
 * registry, or through `dev_overrides` in the file that TF_CLI_CONFIG_FILE names.
 * @param providerDir folder with the provider's program, which is then used instead
 * @throws DriftSourceError if Terraform is missing or fails; its words are quoted
 */
export const terraformSchemaSource = async (providerDir?: string): Promise<Source> => {
  const provider = 'aliyun/alicloud';
  const folder = await mkdtemp(path.join(tmpdir(), 'alimock-schema-'));
  const block = `terraform {\n  required_providers {\n    alicloud = { source = "${provider}" }\n  }\n}\n`;
  try {
    await writeFile(path.join(folder, 'main.tf'), block);
    const environment = providerDir === undefined ? {} : await overridden(folder, provider, providerDir);
    // With dev_overrides there is nothing to install, and init would ask the registry in vain.
    const schema = await terraform(folder, ['providers', 'schema', '-json'], environment).catch(
      async (error: unknown) => {
        if (providerDir !== undefined) throw error;
        await terraform(folder, ['init', '-input=false', '-no-color'], environment);
        return terraform(folder, ['providers', 'schema', '-json'], environment);
      },
    );
    return sourceOf('schema:terraform', 'terraform providers schema -json', schema);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** `dev_overrides` in a CLI configuration of its own: Terraform's way to take a provider from a folder. */
const overridden = async (
  folder: string,
  provider: string,
  providerDir: string,
): Promise<Record<string, string>> => {
  const file = path.join(folder, 'cli.tfrc');
  const override = `${JSON.stringify(provider)} = ${JSON.stringify(path.resolve(providerDir))}`;
  await writeFile(file, `provider_installation {\n  dev_overrides {\n    ${override}\n  }\n  direct {}\n}\n`);
  return { TF_CLI_CONFIG_FILE: file };
};

const terraform = async (
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> => {
  try {
    const { stdout } = await run('terraform', args, {
      cwd: folder,
      maxBuffer: maxOutput,
      timeout: 300_000,
      env: { ...process.env, ...environment },
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new DriftSourceError(
        'There is no terraform on the PATH. Install Terraform, or name a file that `terraform providers schema -json` printed: --against schema:FILE.',
      );
    }
    const words =
      error instanceof Error && 'stderr' in error && typeof error.stderr === 'string'
        ? error.stderr.trim()
        : reasonOf(error);
    throw new DriftSourceError(`terraform ${args.join(' ')} failed:\n${words.slice(0, 2000)}`);
  }
};

const sourceOf = (name: string, file: string, text: string): Source => {
  const surfaces = schemaSurfaces(validated(text, file), file);
  if (surfaces.length === 0) throw new DriftSourceError(`${file} has no resource and no data source.`);
  return surfaceSource({ name, shows, surfaces, isComplete: true, texts: new Map([[file, text]]) });
};

const validated = (text: string, file: string) => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new DriftSourceError(`${file} is no JSON: ${reasonOf(error)}.`);
  }
  const result = providerSchemaFile.safeParse(data);
  if (result.success) return result.data;
  throw new DriftSourceError(
    `${file} is not what \`terraform providers schema -json\` prints:\n${z.prettifyError(result.error)}`,
  );
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error.message;
};
