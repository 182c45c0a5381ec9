import { writeFile } from 'node:fs/promises';
import { UsageError } from './exit.ts';

/**
 * Writes a report, or a page.
 * @throws UsageError if the file cannot be written
 */
export const writeText = async (file: string, text: string): Promise<void> => {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${error instanceof Error ? error.message : String(error)}.`);
  }
};
