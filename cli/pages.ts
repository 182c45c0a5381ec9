import { readFile, stat } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { maxPageSize, tooLarge } from '../docs-parser/readable-source.ts';
import { UsageError } from './exit.ts';

/** A page's text and the path that it was asked for by. */
export interface PageSource {
  readonly file: string;
  readonly source: string;
}

const isPattern = (path: string): boolean => /[*?{}[\]]/.test(path);

/**
 * The files that the arguments name: paths as they are, patterns expanded and sorted, each file once.
 * @throws UsageError if a pattern matches nothing
 */
export const expandPages = async (patterns: readonly string[]): Promise<string[]> => {
  const files: string[] = [];
  for (const pattern of patterns) {
    if (!isPattern(pattern)) {
      files.push(pattern);
      continue;
    }
    const found = await glob(pattern, { onlyFiles: true, expandDirectories: false });
    if (found.length === 0) throw new UsageError(`No file matches ${pattern}.`);
    files.push(...found.sort());
  }
  return [...new Set(files)];
};

/**
 * Reads a page.
 * @throws UsageError if the file is missing, is no file, cannot be read or is too large
 */
export const readPage = async (file: string): Promise<PageSource> => {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) {
      throw new UsageError(
        `${file} is a folder. Name its pages, for example '${file.replace(/\/$/, '')}/*.markdown'.`,
      );
    }
    if (facts.size > maxPageSize) throw new UsageError(`${file} ${tooLarge(facts.size)}`);
    return { file, source: await readFile(file, 'utf8') };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}.`);
  }
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  switch ('code' in error ? error.code : undefined) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'reading it is not allowed';
    default:
      return error.message;
  }
};
