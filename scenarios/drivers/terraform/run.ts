/** One terraform command on a configuration and a state, in a folder that is there for it alone. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Emulator } from '../../../emulator/index.ts';
import type { Seats } from './seats.ts';
import type { StateText } from './state-file.ts';
import { terraform } from './terraform-command.ts';
import type { Ended } from './terraform-command.ts';

export interface Project {
  /** Configuration in JSON. */
  readonly configuration: string;
  readonly state: StateText;
}

/**
 * Runs terraform on a project against an emulator.
 * @returns what it printed, and the state that it left
 * @throws AbortError where the signal ended it; MissingToolError
 */
export const runTerraform = (
  project: Project,
  args: readonly string[],
  emulator: Pick<Emulator, 'handle'>,
  seats: Seats,
  signal: AbortSignal,
): Promise<Ended & { readonly state: StateText }> =>
  inFolder(project, emulator, seats, signal, async (command, folder) => {
    const ended = await command(args);
    return { ...ended, state: await readFile(path.join(folder, stateFile), 'utf8') };
  });

/**
 * Plans a project and asks for the plan in JSON; the API is not asked how things stand.
 * @returns what the planning printed, and the plan: null where there is none
 * @throws AbortError where the signal ended it; MissingToolError
 */
export const planTerraform = (
  project: Project,
  emulator: Pick<Emulator, 'handle'>,
  seats: Seats,
  signal: AbortSignal,
): Promise<Ended & { readonly plan: string | null }> =>
  inFolder(project, emulator, seats, signal, async (command) => {
    const planned = await command(['plan', '-refresh=false', '-out=plan', '-json']);
    if (planned.exitCode !== 0) return { ...planned, plan: null };
    const shown = await command(['show', '-json', 'plan'], []);
    return { ...planned, plan: shown.exitCode === 0 ? shown.output : null };
  });

const stateFile = 'terraform.tfstate';

const inFolder = <T>(
  { configuration, state }: Project,
  emulator: Pick<Emulator, 'handle'>,
  seats: Seats,
  signal: AbortSignal,
  work: (
    command: (args: readonly string[], flags?: readonly string[]) => Promise<Ended>,
    folder: string,
  ) => Promise<T>,
): Promise<T> =>
  seats.run(emulator, configuration + state, async ({ environment }) => {
    signal.throwIfAborted();
    const folder = await mkdtemp(path.join(tmpdir(), 'alimock-terraform-'));
    const command = (
      [name = '', ...rest]: readonly string[],
      flags: readonly string[] = ['-input=false', '-lock=false'],
    ): Promise<Ended> => terraform([name, ...flags, ...rest], folder, environment, signal);
    try {
      await writeFile(path.join(folder, 'main.tf.json'), configuration);
      await writeFile(path.join(folder, stateFile), state);
      return await work(command, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
