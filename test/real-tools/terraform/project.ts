/** A folder with Terraform files, run by the real Terraform against an emulator of this process. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { readImport, readRun } from '../../../scenarios/drivers/terraform/diagnostics.ts';
import type { Run } from '../../../scenarios/drivers/terraform/diagnostics.ts';
import type { Seats } from '../../../scenarios/drivers/terraform/seats.ts';
import { entriesIn, withEntries } from '../../../scenarios/drivers/terraform/state-file.ts';
import type { StateEntry } from '../../../scenarios/drivers/terraform/state-file.ts';
import { terraform } from '../../../scenarios/drivers/terraform/terraform-command.ts';
import type { Ended } from '../../../scenarios/drivers/terraform/terraform-command.ts';
import { lasting } from './lasting.ts';

const outputsSchema = z.object({
  outputs: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
});

export type Files = Readonly<Record<string, string>>;

/** Access key of the account that everything is made in. */
export const owner = 'alimock-owner';

/** Terraform was ended: it tried again and again, or took too long. */
export class EndedError extends Error {
  constructor(message: string) {
    super(`terraform was ended: ${message}`);
    this.name = 'EndedError';
  }
}

export interface ProjectOptions {
  readonly seats: Seats;
  /** Default: a new one. */
  readonly emulator?: Emulator;
  /** Folder of the provider, for configurations that need a process of it for each alias. */
  readonly ownProviders?: string;
  readonly signal?: AbortSignal;
}

export class Project {
  readonly emulator: Emulator;
  readonly #folder: string;
  readonly #options: ProjectOptions;

  private constructor(folder: string, emulator: Emulator, options: ProjectOptions) {
    this.#folder = folder;
    this.emulator = emulator;
    this.#options = options;
  }

  static async create(files: Files, options: ProjectOptions): Promise<Project> {
    const folder = await mkdtemp(path.join(tmpdir(), 'alimock-project-'));
    const project = new Project(folder, options.emulator ?? createEmulator(), options);
    await project.write(files);
    if (options.ownProviders !== undefined)
      await project.write({ 'cli.tfrc': overrides(options.ownProviders) });
    return project;
  }

  /** The same files, state and account once more; what happens in one does not touch the other. */
  async fork(files: Files): Promise<Project> {
    const fork = await Project.create(files, { ...this.#options, emulator: this.emulator.fork() });
    await writeFile(fork.#stateFile, await readFile(this.#stateFile, 'utf8'));
    return fork;
  }

  async write(files: Files): Promise<void> {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(this.#folder, name), text);
  }

  apply(...options: string[]): Promise<Run> {
    return this.#json(['apply', '-auto-approve', ...options]);
  }

  destroy(): Promise<Run> {
    return this.#json(['destroy', '-auto-approve']);
  }

  /** What an apply would change: "replace alicloud_image.default"; empty: nothing. Throws if it cannot tell. */
  async plan(): Promise<string[]> {
    const run = await this.#json(['plan']);
    if (run.problems.length > 0) throw new Error(problemsOf(run));
    return [...run.changes].flatMap(([address, action]) =>
      action === 'noop' || action === 'read' ? [] : [`${action} ${address}`],
    );
  }

  /** 0: nothing to do, 1: an error, 2: there is something to do. */
  async planExitCode(): Promise<number> {
    return (await this.command(['plan', '-detailed-exitcode', '-no-color'])).exitCode;
  }

  async import(address: string, id: string): Promise<Run> {
    const { output, exitCode } = await this.command(['import', '-no-color', address, id]);
    return readImport(output, exitCode);
  }

  /** Terraform's blocks by address. */
  async entries(): Promise<Map<string, StateEntry>> {
    return entriesIn(await readFile(this.#stateFile, 'utf8'));
  }

  /** Terraform's id of a block; "" if it has none. */
  async idOf(address: string): Promise<string> {
    const id = (await this.entries()).get(address)?.instances[0]?.attributes['id'];
    return typeof id === 'string' ? id : '';
  }

  /** Makes Terraform forget a block, or takes one back. */
  async setEntries(entries: readonly StateEntry[]): Promise<void> {
    await writeFile(this.#stateFile, withEntries(await readFile(this.#stateFile, 'utf8'), entries));
  }

  /** Values of the root module's outputs by name. */
  async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const { outputs } = outputsSchema.parse(JSON.parse(await readFile(this.#stateFile, 'utf8')));
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /**
   * Everything that the account has and could delete, e.g. "snapshots s-bp1…". A KMS key whose deletion is
   * scheduled stays for days.
   */
  owned(): string[] {
    const account = this.emulator.accountIdOf(owner);
    return Object.entries(this.emulator.view().tables).flatMap(([table, rows]) =>
      Object.hasOwn(lasting, table)
        ? []
        : rows
            .filter((row) => row.accountId === account && Reflect.get(row, 'state') !== 'PendingDeletion')
            .map(({ id }) => `${table} ${id}`),
    );
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Runs terraform in the folder. @throws EndedError */
  async command([name = '', ...rest]: readonly string[]): Promise<Ended> {
    const { seats, ownProviders, signal = AbortSignal.timeout(480_000) } = this.#options;
    return seats.run(this.emulator, await this.#text(), async ({ environment, withoutProvider }) => {
      const settings =
        ownProviders === undefined ? environment : { ...withoutProvider, TF_CLI_CONFIG_FILE: 'cli.tfrc' };
      const args = [name, '-input=false', '-lock=false', ...rest];
      try {
        return await terraform(args, this.#folder, settings, signal);
      } catch (error) {
        throw new EndedError(error instanceof Error ? error.message : String(error));
      }
    });
  }

  async #json(args: readonly string[]): Promise<Run> {
    const { exitCode, output } = await this.command([...args, '-json']);
    return readRun(output, exitCode);
  }

  /** Configuration and state. */
  async #text(): Promise<string> {
    const names = (await readdir(this.#folder)).filter((name) => /\.(tf|json|tfstate)$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(path.join(this.#folder, name), 'utf8')));
    return texts.join('\n');
  }

  get #stateFile(): string {
    return path.join(this.#folder, 'terraform.tfstate');
  }
}

export const problemsOf = ({ problems }: Run): string =>
  problems.map(({ summary, detail }) => (detail === '' ? summary : `${summary}: ${detail}`)).join('\n');

const overrides = (folder: string): string =>
  `provider_installation {\n  dev_overrides {\n    "aliyun/alicloud" = ${JSON.stringify(folder)}\n  }\n  direct {}\n}\n`;
