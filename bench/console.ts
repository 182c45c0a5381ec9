/** The console over 10,000 instances in real Chromium: first paint, search, scrolling, and the server at rest. */
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chromiumPath, launchOptions } from '../test/browser/chromium.ts';
import { seedFile } from '../test/browser/console-server.ts';
import { serve } from '../test/cli/server-process.ts';
import { atMost } from './measure.ts';
import type { Effort, Measured } from './measure.ts';
import { cpuMicroseconds } from './server/process.ts';

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

/**
 * In the page: begins to note how long frames take, and whether a frame shows a part of the table without lines. A function
 * ends it.
 */
const watchFrames = `(() => {
  const table = document.querySelector('.table');
  const times = [];
  let blank = 0;
  let last = performance.now();
  let isOver = false;
  const look = (now) => {
    times.push(now - last);
    last = now;
    const { top, bottom } = table.getBoundingClientRect();
    const lines = [...document.querySelectorAll('.table-row')].map((line) => line.getBoundingClientRect());
    const head = document.querySelector('.table-head').getBoundingClientRect().height;
    if (!lines.some((line) => line.top <= top + head + 1) || !lines.some((line) => line.bottom >= bottom - 1)) blank++;
    if (!isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.endFrames = () => {
    isOver = true;
    return { times: times.slice(1), blank, scrolled: table.scrollTop };
  };
})()`;

interface Frames {
  /** Milliseconds from each frame to the next. */
  readonly times: readonly number[];
  readonly blank: number;
  /** Pixels. */
  readonly scrolled: number;
}

/** Processor time of the page's main thread so far, in milliseconds: it says most where others use the machine as well. */
type Busy = () => Promise<number>;

const busyTimeOf = async (page: Page): Promise<Busy> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
};

/** Turns the mouse's wheel over the table, as a hand does that looks for something far down. */
const scroll = async (page: Page, turns: number): Promise<Frames> => {
  await page.locator('.table-row').nth(5).hover();
  await page.evaluate(watchFrames);
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(8);
  }
  const frames = await page.evaluate<Frames>('endFrames()');
  if (frames.scrolled < turns * 200) throw new Error(`the table scrolled by ${frames.scrolled} pixels only`);
  return frames;
};

const at95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** Most processor time that a server may take in ten seconds in which nothing happens: half a percent. */
const idleLimit = 50;

const measureIn = async (page: Page, url: string, pid: number, isShort: boolean): Promise<Measured> => {
  const busy = await busyTimeOf(page);
  await page.goto(`${url}/_alimock/console/#/resources`);
  await page.locator('.table-row').first().waitFor();
  const firstLines = await page.evaluate<number>('performance.now()');
  const firstPaint = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0].startTime",
  );
  const drawn = await page.locator('.table-row').count();
  const busyBefore = await busy();
  const frames = await scroll(page, isShort ? 60 : 200);
  const busyPerFrame = ((await busy()) - busyBefore) / frames.times.length;
  const search = await page.evaluate<number>(measureSearch);
  await page.waitForTimeout(3000);
  const before = cpuMicroseconds(pid);
  await page.waitForTimeout(10_000);
  const idle = (cpuMicroseconds(pid) - before) / 1000;
  const own = (name: string, ours: number) => ({ name, unit: 'ms', ours, peers: {} }) as const;
  const of = 'console over 10,000 instances';
  return {
    figures: [
      own(`${of}: first paint`, firstPaint),
      own(`${of}: lines in the table`, firstLines),
      own(`${of}: processor time until then`, busyBefore),
      own(`${of}: search, slowest of 5`, search),
      own(`${of}: a frame while scrolling, 95 of 100`, at95(frames.times)),
      own(`${of}: processor time of a frame while scrolling`, busyPerFrame),
      own(`${of}: slowest frame while scrolling`, Math.max(...frames.times)),
      own(`${of}: the server's processor time in 10 s at rest`, idle),
    ],
    targets: [
      atMost(`${of}: first paint`, firstPaint, 1000, ' ms'),
      atMost(`${of}: processor time until its lines are there`, busyBefore, 1000, ' ms'),
      atMost(`${of}: search, slowest of 5`, search, 100, ' ms'),
      atMost(`${of}: lines in the page`, drawn, 60, ''),
      // A screen shows a frame every 16.7 ms; what takes two of them is still seen as one movement.
      atMost(`${of}: processor time of a frame while scrolling`, busyPerFrame, 16.7, ' ms', 1),
      atMost(`${of}: a frame while scrolling, 95 of 100`, at95(frames.times), 34, ' ms'),
      atMost(`${of}: frames with a gap while scrolling`, (100 * frames.blank) / frames.times.length, 1, ' %'),
      atMost(`${of}: the server's processor time in 10 s at rest`, idle, idleLimit, ' ms'),
    ],
  };
};

/** Measures nothing, and says so, where there is no Chromium. */
export const measureConsole = async ({ isShort }: Effort): Promise<Measured> => {
  if (chromiumPath === undefined) {
    process.stderr.write('console: not measured, there is no Chromium here\n');
    return { figures: [], targets: [] };
  }
  const server = await serve(['--seed', seedFile('bench-console', seed)]);
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await measureIn(page, server.url, server.child.pid ?? 0, isShort);
  } finally {
    await browser.close();
    await server.stop('SIGTERM');
  }
};
