import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { parsePage } from '../docs-parser/index.ts';
import { comparePage } from './compare.ts';
import type { PageScore } from './compare.ts';
import { readProviderSchema } from './provider-schema.ts';

/**
 * Reads and compares every page below a folder, in the order of their names.
 * @param schema what `terraform providers schema -json` prints
 * @returns the scores, and the pages about something that the schema does not have
 * @throws Error if the folder has no page, or the schema cannot be read
 */
export const scorePages = async (
  folder: string,
  schema: string,
): Promise<{ scores: PageScore[]; unknown: string[] }> => {
  const provider = readProviderSchema(schema);
  const files = await glob('**/*.{markdown,md}', { cwd: folder, absolute: true });
  if (files.length === 0) throw new Error(`${folder} has no pages (*.markdown, *.md).`);
  const [scores, unknown]: [PageScore[], string[]] = [[], []];
  for (const file of files.sort()) {
    const source = await readFile(file, 'utf8');
    const page = await parsePage(source, { file });
    const members = provider.membersOf(page.kind, page.name);
    if (members === undefined) unknown.push(file);
    else scores.push(comparePage(page, source, members));
  }
  return { scores, unknown };
};
