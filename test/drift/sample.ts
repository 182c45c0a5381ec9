/**
 * Prints a sample of the drift between the real pages and the provider schema, for people to judge:
 *   npx tsx test/drift/sample.ts [count] [seed]
 * The same seed gives the same sample. Each row has both sides as they stand in the two files.
 */
import { realDrift } from './real-drift.ts';

const [count = '60', seed = '6'] = process.argv.slice(2);

/** mulberry32: small, well spread, and the same everywhere. */
const random = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const next = random(Number(seed));
const found = (await realDrift()).map((drift) => ({ drift, order: next() }));
const sample = found.sort((a, b) => a.order - b.order).slice(0, Number(count));

const cell = (text: string): string => text.replaceAll('|', '\\|').slice(0, 220);
process.stdout.write(`${sample.length} of ${found.length}, seed ${seed}\n\n`);
process.stdout.write(
  '| # | place | kind | finding | page | schema |\n| --- | --- | --- | --- | --- | --- |\n',
);
for (const [at, { drift }] of sample.entries()) {
  const { from, against, kind, message } = drift;
  const file = from.place.file.split('/').slice(-2).join('/').replace('.html.markdown', '');
  process.stdout.write(
    `| ${at + 1} | ${file}:${from.place.position?.line ?? 0} | ${kind} | ${cell(message)} | ${cell(from.place.quote)} | ${cell(against.place.quote)} |\n`,
  );
}
