/** The console over 10,000 instances: first paint, search and the server at rest. Needs Chromium and a build. */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath, launchOptions } from '../test/browser/chromium.ts';
import { seedFile } from '../test/browser/console-server.ts';
import { serve } from '../test/cli/server-process.ts';

const batches = Array.from(
  { length: 100 },
  (_, at) =>
    `  - { account: run, name: worker-${at}, type: ecs.g6.large, image: golden, vswitch: many, securityGroup: all, count: 100 }`,
).join('\n');

const seed = `
accounts: [{ name: run, id: '1000000000000002', keys: [{ id: run-key, secret: run-secret }] }]
vpcs:
  - account: run
    name: main
    cidr: 10.0.0.0/8
    vswitches: [{ name: many, zone: cn-hangzhou-i, cidr: 10.16.0.0/16 }]
    securityGroups: [{ name: all }]
images: [{ account: run, name: golden, size: 40 }]
instances:
${batches}
`;

/** In the page: milliseconds from a change of the search to the frame that shows what it leaves. */
const measureSearch = `(async () => {
  const input = document.querySelector('.search input');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  for (const text of ['worker-42', 'worker-7 running', 'ecs.g6', 'nothing has this', 'worker-99']) {
    const before = document.querySelector('.count').textContent;
    const since = performance.now();
    set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (document.querySelector('.count').textContent === before) await frame();
    times.push(performance.now() - since);
  }
  return Math.max(...times);
})()`;

/** CPU time of a process so far, in milliseconds; Linux only. */
const cpuMilliseconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

const main = async (): Promise<void> => {
  if (chromiumPath === undefined) throw new Error('there is no Chromium');
  const server = await serve(['--seed', seedFile('bench-console', seed)]);
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}/_alimock/console/#/resources`);
    const rows = page.locator('.table-row');
    await rows.first().waitFor();
    const firstPaint = await page.evaluate(
      "performance.getEntriesByName('first-contentful-paint')[0].startTime",
    );
    const firstRows = await page.evaluate('performance.now()');
    const drawn = await rows.count();
    const search = await page.evaluate(measureSearch);
    const { pid } = server.child;
    await page.waitForTimeout(3000);
    const before = cpuMilliseconds(pid ?? 0);
    await page.waitForTimeout(10_000);
    const idle = cpuMilliseconds(pid ?? 0) - before;
    const round = (value: unknown): string => `${Math.round(Number(value))} ms`;
    process.stdout.write(
      [
        `first paint ${round(firstPaint)}, first rows ${round(firstRows)} at most (targets: below 1000 ms)`,
        `search, slowest of 5: ${round(search)} (target: below 100 ms)`,
        `lines in the page: ${drawn} of 10,000`,
        `server CPU over 10 s at rest, with the console open: ${idle} ms`,
        '',
      ].join('\n'),
    );
  } finally {
    await browser.close();
    await server.stop('SIGTERM');
  }
};

await main();
