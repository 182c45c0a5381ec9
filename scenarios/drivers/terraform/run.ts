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
  { configuration, state }: Project,
  args: readonly string[],
  emulator: Pick<Emulator, 'handle'>,
  seats: Seats,
  signal: AbortSignal,
): Promise<Ended & { readonly state: StateText }> =>
  seats.run(emulator, async ({ environment }) => {
    signal.throwIfAborted();
    const folder = await mkdtemp(path.join(tmpdir(), 'alimock-terraform-'));
    const stateFile = path.join(folder, 'terraform.tfstate');
    try {
      await writeFile(path.join(folder, 'main.tf.json'), configuration);
      await writeFile(stateFile, state);
      const [command = '', ...rest] = args;
      const flags = ['-input=false', '-lock=false'];
      const ended = await terraform([command, ...flags, ...rest], folder, environment, signal);
      return { ...ended, state: await readFile(stateFile, 'utf8') };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
