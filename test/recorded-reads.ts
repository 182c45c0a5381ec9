/**
 * Writes which parameters the operations of this process looked at into the folder that ALIMOCK_RECORD names. Without
 * it nothing is recorded. test/coverage/record.ts makes the table of coverage of it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onRequestRead } from '../emulator/wire/observed-request.ts';

const folder = process.env['ALIMOCK_RECORD'];

/** "Ecs RunInstances" → property names */
const reads = new Map<string, Set<string>>();

if (folder !== undefined) {
  onRequestRead((product, action, property) => {
    const key = `${product} ${action}`;
    const known = reads.get(key) ?? new Set();
    reads.set(key, known.add(property));
  });
}

/** Keeps what was seen so far. A worker calls it after its last test of a file. */
export const keepReads = (): void => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const seen = Object.fromEntries([...reads].map(([key, properties]) => [key, [...properties]]));
  writeFileSync(path.join(folder, `reads-${process.pid}.json`), JSON.stringify(seen));
};

/** Keeps the figures of a page. */
export const keepPage = (page: string, counts: Readonly<Record<string, number>>): void => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `page-${page.replaceAll('/', '-')}.json`),
    JSON.stringify({ page, ...counts }),
  );
};
