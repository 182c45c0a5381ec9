import { readFileSync } from 'node:fs';

/** From the source and from dist/ alike, package.json is the nearest one above. */
const packageFile = ['../package.json', '../../package.json']
  .map((path) => new URL(path, import.meta.url))
  .map((url) => {
    try {
      return readFileSync(url, 'utf8');
    } catch {
      return undefined;
    }
  })
  .find((text) => text !== undefined);

// No schema library here: every command waits for this file, and `serve` starts in a fraction of a second.
const parsed: unknown = JSON.parse(packageFile ?? '{}');

/** The version of alimock. */
export const version: string =
  typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string'
    ? parsed.version
    : 'unknown';
