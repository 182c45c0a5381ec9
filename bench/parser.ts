import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { atLeast, atMost } from './measure.ts';
import type { Effort, Measured } from './measure.ts';

const checkout = path.resolve(import.meta.dirname, '..');
/** Quoted, not measured: what upjet's scraper says of itself, on a machine of its own and pages of its own. */
const quoted = { name: "upjet's scraper, as quoted", pages: 930, seconds: 1.7 };

/** Threads pay from about 50 pages on; so many times the real pages are a whole provider's. */
const copies = 6;

const docs = path.join(process.env['ALIMOCK_DOCS'] ?? path.join(path.dirname(checkout), 'shared'), 'docs');

/** Every page several times, from the command line's own reader. */
const reading = (workers: number): string => `
    const { parsePages } = await import(built('docs-parser/pages/parse-pages.js'));
    const sources = new Map(pages.map(({ file, source }) => [file, source]));
    const files = Array.from({ length: ${copies} }, () => [...sources.keys()]).flat();
    const read = async (file) => sources.get(file);
    const readAll = async () => {
      for await (const page of parsePages(files, read, { cache: null, workers: ${workers} }));
    };`;

/** What reads the pages in a process of its own: `read(page)` for each of `pages`, or `readAll()`. */
const subjects = {
  bare: `
    const { unified } = await import('unified');
    const { default: remarkParse } = await import('remark-parse');
    const { default: remarkFrontmatter } = await import('remark-frontmatter');
    const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze();
    const readAll = () => { for (const { source } of pages) processor.parse(source); };`,
  full: `
    const { parsePage } = await import(built('docs-parser/parse-page.js'));
    const readAll = async () => { for (const { source, file } of pages) await parsePage(source, { file }); };`,
  warm: `
    const { parsePages } = await import(built('docs-parser/pages/parse-pages.js'));
    const { openPageCache } = await import(built('docs-parser/pages/page-cache.js'));
    const cache = openPageCache(process.env.ALIMOCK_CACHE);
    const sources = new Map(pages.map(({ file, source }) => [file, source]));
    const files = [...sources.keys()];
    const read = async (file) => sources.get(file);
    const readAll = async () => { for await (const page of parsePages(files, read, { cache, workers: 0 })); };
    await readAll();`,
  oneThread: reading(0),
  twoThreads: reading(2),
} as const;

type Subject = keyof typeof subjects;

const script = (subject: Subject, files: readonly string[], passes: number): string => `
  const { readFileSync } = await import('node:fs');
  const built = (name) => ${JSON.stringify(`file://${checkout}/dist/`)} + name;
  const pages = ${JSON.stringify(files)}.map((file) => ({ file, source: readFileSync(file, 'utf8') }));
  ${subjects[subject]}
  let [best, wall] = [Infinity, Infinity];
  for (let pass = 0; pass < ${passes}; pass++) {
    const { user, system } = process.cpuUsage();
    const started = performance.now();
    await readAll();
    const used = process.cpuUsage();
    best = Math.min(best, (used.user - user + used.system - system) / 1000);
    wall = Math.min(wall, performance.now() - started);
  }
  console.log(JSON.stringify({ milliseconds: best, wall, megabytes: process.resourceUsage().maxRSS / 1024 }));`;

const resultSchema = z.object({
  /** Processor time of the best pass. */
  milliseconds: z.number(),
  /** Time of the quickest pass. */
  wall: z.number(),
  megabytes: z.number(),
});

type Result = z.infer<typeof resultSchema>;

const run = (subject: Subject, files: readonly string[], passes: number, cache: string): Result => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script(subject, files, passes)],
    { cwd: checkout, encoding: 'utf8', env: { ...process.env, ALIMOCK_CACHE: cache } },
  );
  if (status !== 0)
    throw new Error(`reading the pages (${subject}) ended with ${status ?? 'a signal'}: ${stderr}`);
  return resultSchema.parse(JSON.parse(stdout));
};

/**
 * The full parse of the real pages on one thread, beside a bare remark parse and a warm cache. Processor time, the
 * best pass of several rounds in turn: whatever else the machine does hits all of them.
 */
export const measureParser = ({ isShort }: Effort): Measured => {
  if (!existsSync(docs)) {
    process.stderr.write(`no pages in ${docs}: name a folder that holds docs/ in ALIMOCK_DOCS. Left out.\n`);
    return { figures: [], targets: [] };
  }
  const files = ['r', 'd'].flatMap((kind) =>
    readdirSync(path.join(docs, kind)).map((name) => path.join(docs, kind, name)),
  );
  const cache = mkdtempSync(path.join(tmpdir(), 'alimock-bench-'));
  const best = { bare: worst, full: worst, warm: worst, oneThread: worst, twoThreads: worst };
  try {
    for (let round = 0; round < (isShort ? 2 : 4); round++)
      for (const subject of ['bare', 'full', 'warm'] as const)
        best[subject] = better(best[subject], run(subject, files, 8, cache));
    // One pass: threads and their warming up are started anew by each run of the command.
    for (let round = 0; round < (isShort ? 1 : 3); round++)
      for (const subject of ['oneThread', 'twoThreads'] as const)
        best[subject] = better(best[subject], run(subject, files, 1, cache));
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
  const { bare, full, warm, oneThread, twoThreads } = best;
  const many = files.length * copies;
  const name = `full parse of ${files.length} pages, one thread`;
  return {
    figures: [
      {
        name,
        unit: 'ms',
        ours: full.milliseconds,
        peers: { 'bare remark': bare.milliseconds, 'warm cache': warm.milliseconds },
      },
      {
        name: `${name}, peak memory`,
        unit: 'MB',
        ours: full.megabytes,
        peers: { 'bare remark': bare.megabytes },
      },
      {
        name: `parse of ${many} pages, two threads`,
        unit: 'ms',
        ours: twoThreads.wall,
        peers: { 'one thread': oneThread.wall },
      },
      {
        name: 'pages a second, one thread, caches of the processor warm',
        unit: 'pages/s',
        ours: files.length / (full.milliseconds / 1000),
        peers: {
          'bare remark': files.length / (bare.milliseconds / 1000),
          [quoted.name]: quoted.pages / quoted.seconds,
        },
      },
      {
        name: `pages a second, ${many} pages, two threads, their start included`,
        unit: 'pages/s',
        ours: many / (twoThreads.wall / 1000),
        peers: { [quoted.name]: quoted.pages / quoted.seconds },
      },
    ],
    targets: [
      atMost(name, full.milliseconds / bare.milliseconds, 1.5, ' of bare remark', 2),
      atMost(`${name}, peak memory`, full.megabytes / bare.megabytes, 1.3, ' of bare remark', 2),
      atLeast('warm cache', full.milliseconds / warm.milliseconds, 10, ' times as fast as the full parse'),
    ],
  };
};

const worst: Result = { milliseconds: Infinity, wall: Infinity, megabytes: Infinity };

const better = (a: Result, b: Result): Result => ({
  milliseconds: Math.min(a.milliseconds, b.milliseconds),
  wall: Math.min(a.wall, b.wall),
  megabytes: Math.min(a.megabytes, b.megabytes),
});
