import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from '@playwright/test';

const checkout = path.resolve(import.meta.dirname, '..');

/** Folder with seed/, docs/, schema/ and dialects/: `ALIMOCK_DOCS`, or `shared` beside the checkout. */
export const sharedFolder = process.env['ALIMOCK_DOCS'] ?? path.join(path.dirname(checkout), 'shared');

/** Absolute path of a file or folder in the shared data. */
export const shared = (...parts: string[]): string => path.join(sharedFolder, ...parts);

export const hasSharedData = existsSync(shared('seed'));

/**
 * Skips the tests of the enclosing file or group where the real pages are missing, and says why.
 * In CI they must be there: nothing is skipped, and the tests fail on the missing files.
 */
export const needsSharedData = (): void => {
  const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
  test.skip(
    !hasSharedData && !inCI,
    'the real documentation pages are not here: put them in ../shared or name their folder in ALIMOCK_DOCS',
  );
};
