import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Changes with every file of the parser, so that a developer's edit counts as a new version too: with every file of
 * this folder, which is the parser's in the sources and in the library, and holds all of the command line once built.
 */
export const parserVersion = (): string => {
  const folder = import.meta.dirname;
  const hash = createHash('sha256').update(readFileSync(packageFile(folder)));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.[jt]s$/.test(name)) continue;
    const { size, mtimeMs } = statSync(path.join(folder, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

/** The package's own package.json, seen from the sources as well as from dist/. */
const packageFile = (folder: string): string => {
  const here = path.join(path.dirname(folder), 'package.json');
  return statSync(here, { throwIfNoEntry: false }) === undefined
    ? path.join(path.dirname(path.dirname(folder)), 'package.json')
    : here;
};
