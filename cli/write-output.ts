import { writeFile } from 'node:fs/promises';
import { UsageError } from './exit.ts';

/**
 * Prints a report, or writes it to a file.
 * @throws UsageError if the file cannot be written
 */
export const writeOutput = async (text: string, file: string | undefined): Promise<void> => {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${error instanceof Error ? error.message : String(error)}.`);
  }
};
