import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import * as z from 'zod';

const dist = path.resolve(import.meta.dirname, '..', '..', 'dist', 'docs-parser');

/** Reads so many pages, each another, and tells what is in use at the end and what was at most. */
const script = (pages: number, workers: number): string => `
  const { parsePages } = await import(${JSON.stringify(`file://${dist}/pages/parse-pages.js`)});
  const member = (at, n) => '* \`a' + n + '\` - (Optional) The a' + n + ' of page ' + at + '. Valid values: \`x\`, \`y\`.\\n';
  const code = (at) => '\`\`\`terraform\\nresource "alicloud_x" "d" {\\n  a1 = "' + at + '"\\n}\\n\`\`\`\\n';
  const text = (at) => '# alicloud_x\\n\\n## Example Usage\\n\\n' + code(at) + '\\n## Argument Reference\\n\\n'
    + Array.from({ length: 60 }, (_, n) => member(at, n)).join('');
  const files = Array.from({ length: ${pages} }, (_, at) => at + '.md');
  let count = 0;
  for await (const page of parsePages(files, async (file) => text(file), { cache: null, workers: ${workers} })) count += page.arguments.length;
  gc();
  const { heapUsed } = process.memoryUsage();
  console.log(JSON.stringify({ count, used: heapUsed / 2 ** 20, most: process.resourceUsage().maxRSS / 1024 }));`;

const measured = z.object({ count: z.number(), used: z.number(), most: z.number() });

const read = (pages: number, workers: number): z.infer<typeof measured> => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--input-type=module', '--eval', script(pages, workers)],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return measured.parse(JSON.parse(stdout));
};

for (const workers of [0, 2])
  test(`memory does not grow with the number of pages, ${workers} threads`, () => {
    // The first hundreds fill what V8 takes before it cleans up.
    const [few, many] = [read(300, workers), read(1200, workers)];
    expect(many.count).toBe(4 * few.count);
    // A page that stayed would keep 100 kB of it: 90 MB more.
    expect(many.used - few.used, 'megabytes in use at the end').toBeLessThan(5);
    expect(many.most / few.most, 'peak of all memory').toBeLessThan(1.3);
  });
