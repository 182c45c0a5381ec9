import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import type { Emulator } from '../emulator.ts';
import type { StateSnapshot } from '../state/state.ts';
import { readSnapshot, UnusableStateError } from './read-snapshot.ts';

/** How long after a change the state is saved, at the earliest; changes until then are saved with it. */
const saveAfterMilliseconds = 250;
/** Rows that are written in one go; calls are answered in between. */
const rowsInOneGo = 500;

/**
 * Reads a saved state.
 * @returns undefined if there is no such file yet
 * @throws UnusableStateError where the file cannot be read, is no JSON, or no state
 */
export const loadState = async (file: string): Promise<StateSnapshot | undefined> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UnusableStateError(error instanceof Error ? error.message : String(error));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnusableStateError(`it is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
  return readSnapshot(value);
};

/**
 * Saves a state so that the file is the old one or the new one at any moment, whatever happens: into a
 * file beside it, synced to the disk, then renamed.
 */
export const saveState = async (file: string, snapshot: StateSnapshot): Promise<void> => {
  const beside = `${file}.part`;
  try {
    const handle = await open(beside, 'w', 0o600);
    try {
      await writeSnapshot(handle, snapshot);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
};

/** JSON in pieces: a large state must not keep calls waiting. */
const writeSnapshot = async (handle: FileHandle, { tables, ...rest }: StateSnapshot): Promise<void> => {
  const head = JSON.stringify(rest);
  await handle.write(`${head.slice(0, -1)},"tables":{`);
  let tableSeparator = '';
  for (const [name, rows] of Object.entries(tables)) {
    await handle.write(`${tableSeparator}${JSON.stringify(name)}:[`);
    for (let at = 0; at < rows.length; at += rowsInOneGo) {
      const lines = rows.slice(at, at + rowsInOneGo).map((row) => JSON.stringify(row));
      await handle.write(`${at === 0 ? '' : ','}\n${lines.join(',\n')}`);
    }
    await handle.write(']');
    tableSeparator = ',\n';
  }
  await handle.write('}}\n');
};

/** The new name must be on the disk too. Not every system can sync a folder. */
const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
};

/** Keeps a file up to date with an emulator's state. */
export class StateSaver {
  readonly #file: string;
  readonly #emulator: Emulator;
  readonly #failed: (error: unknown) => void;
  #saved: number;
  #timer: NodeJS.Timeout;
  #saving: Promise<void> = Promise.resolve();
  #isStopped = false;

  /** @param failed is told when the file cannot be written; it is tried again at the next change */
  constructor(file: string, emulator: Emulator, failed: (error: unknown) => void) {
    this.#file = file;
    this.#emulator = emulator;
    this.#failed = failed;
    this.#saved = -1;
    this.#timer = setTimeout(() => undefined, 0);
    this.#next();
  }

  /** Saves what is not saved yet, and ends. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#saving;
    await this.#save();
  }

  #next(): void {
    this.#timer = setTimeout(() => {
      this.#saving = this.#save().then(() => {
        if (!this.#isStopped) this.#next();
      });
    }, saveAfterMilliseconds);
    this.#timer.unref();
  }

  async #save(): Promise<void> {
    const revision = this.#emulator.revision();
    if (revision === this.#saved) return;
    try {
      await saveState(this.#file, this.#emulator.view());
      this.#saved = revision;
    } catch (error) {
      this.#failed(error);
    }
  }
}
