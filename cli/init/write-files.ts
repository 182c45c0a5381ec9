import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../exit.ts';
import type { PlannedFile } from './plan.ts';

export interface FileState extends PlannedFile {
  /** "changed": another text stands there. */
  readonly state: 'new' | 'same' | 'changed';
  /** What stands there now. */
  readonly before: string | undefined;
}

/**
 * What writing a file would do.
 * @throws UsageError where there is something else than a file
 */
export const compareFile = async (folder: string, { name, text }: PlannedFile): Promise<FileState> => {
  try {
    const before = await readFile(path.join(folder, name), 'utf8');
    return { name, text, before, state: before === text ? 'same' : 'changed' };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { name, text, before: undefined, state: 'new' };
    throw new UsageError(`Cannot write ${name}: ${messageOf(error)}. Nothing was written.`);
  }
};

/**
 * Writes all files or none: each is written beside its place first, and then renamed.
 * @throws UsageError where one cannot be written
 */
export const writeFiles = async (folder: string, files: readonly FileState[]): Promise<void> => {
  const undo: (() => Promise<unknown>)[] = [];
  let at = '';
  try {
    const staged: { temporary: string; target: string; before: string | undefined }[] = [];
    for (const { name, text, before } of files) {
      at = name;
      const target = path.join(folder, name);
      const temporary = `${target}.alimock-${process.pid}`;
      const first = await mkdir(path.dirname(target), { recursive: true });
      if (first !== undefined) undo.push(() => removeFolders(path.dirname(target), first));
      undo.push(() => rm(temporary, { force: true }));
      await writeFile(temporary, text, { flag: 'wx' });
      staged.push({ temporary, target, before });
    }
    for (const { temporary, target, before } of staged) {
      at = path.relative(folder, target);
      await rename(temporary, target);
      undo.push(() => (before === undefined ? rm(target) : writeFile(target, before)));
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw new UsageError(`Cannot write ${at}: ${messageOf(error)}. Nothing was written.`);
  }
};

/** From the innermost folder up to the first that was made; those that others have filled meanwhile stay. */
const removeFolders = async (innermost: string, first: string): Promise<void> => {
  for (let at = innermost; at.startsWith(first); at = path.dirname(at)) await rmdir(at);
};

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
