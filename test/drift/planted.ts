import { readFileSync } from 'node:fs';
import { parsePage } from '../../docs-parser/index.ts';
import type { PageWithSource } from '../../drift/index.ts';

const file = new URL('fixtures/tank.html.markdown', import.meta.url);

/** The page on which nothing is wrong. */
export const tankPage = readFileSync(file, 'utf8');

/** An edit: this text becomes that. It must be on the page exactly once. */
export const edited = (text: string, from: string, to: string): string => {
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not on the page exactly once`);
  return text.replace(from, to);
};

export const read = async (source: string, name = 'docs/r/tank.html.markdown'): Promise<PageWithSource> => ({
  source,
  spec: await parsePage(source, { file: name }),
});

/** The number of the only line that has this text. */
export const lineOf = (source: string, text: string): number => {
  const found = source.split('\n').flatMap((line, at) => (line.includes(text) ? [at + 1] : []));
  if (found.length !== 1) throw new Error(`"${text}" is on ${found.length} lines`);
  return found[0] ?? 0;
};
