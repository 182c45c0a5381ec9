import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../cli/server-process.ts';
import type { ServerProcess } from '../cli/server-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-console-'));

/** Writes a seed file. @returns its path */
export const seedFile = (name: string, text: string): string => {
  const file = path.join(folder, `${name}.yaml`);
  writeFileSync(file, text);
  return file;
};

/** Two accounts; an image of one, shared with the other, which has instances made from it. */
export const smallSeed = `
accounts:
  - { name: build, id: '1000000000000001', keys: [{ id: build-key, secret: build-secret }] }
  - { name: run, id: '1000000000000002', keys: [{ id: run-key, secret: run-secret }] }
vpcs:
  - account: run
    name: main
    cidr: 10.0.0.0/8
    vswitches:
      - { name: front, zone: cn-hangzhou-h, cidr: 10.0.1.0/24 }
      - { name: many, zone: cn-hangzhou-i, cidr: 10.0.16.0/20 }
    securityGroups: [{ name: web }, { name: workers }]
images:
  - { account: build, name: golden, size: 40, shareWith: [run] }
instances:
  - { account: run, name: web, type: ecs.g6.large, image: golden, vswitch: front, securityGroup: web, count: 3 }
  - { account: run, name: worker, type: ecs.g6.large, image: golden, vswitch: many, securityGroup: workers, count: 70 }
`;

interface Fixtures {
  readonly args: readonly string[];
  readonly server: ServerProcess;
  readonly consoleUrl: string;
  /** What the browser complained of; a test that leaves anything here fails. */
  readonly complaints: string[];
  /** Asks the admin API. */
  readonly admin: (path: string, body?: unknown) => Promise<unknown>;
}

export const test = base.extend<Fixtures>({
  args: [['--seed', seedFile('small', smallSeed)], { option: true }],
  server: async ({ args }, use) => {
    const server = await serve(args);
    await use(server);
    await server.stop('SIGTERM');
  },
  consoleUrl: async ({ server }, use) => use(`${server.url}/_alimock/console/`),
  complaints: async ({ page, server }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith('blob:')) complaints.push(`asked for ${url}`);
    });
    await use(complaints);
    base.expect(complaints).toEqual([]);
  },
  admin: async ({ server }, use) => {
    await use(async (path, body) => {
      const reply = await fetch(`${server.url}/_alimock${path}`, {
        ...(body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      return JSON.parse(await reply.text()) as unknown;
    });
  },
});

/** Calls ECS as a client with this key. */
export const call = async (
  { url }: ServerProcess,
  accessKeyId: string,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
  version = '2014-05-26',
): Promise<unknown> => {
  const query = new URLSearchParams({
    Action: action,
    Version: version,
    AccessKeyId: accessKeyId,
    Format: 'JSON',
    RegionId: 'cn-hangzhou',
    ...parameters,
  });
  const reply = await fetch(`${url}/`, { method: 'POST', body: query });
  return JSON.parse(await reply.text()) as unknown;
};

/** The console's screens, as its addresses name them. */
export const screens = ['overview', 'resources', 'topology', 'requests', 'control', 'quotas', 'reports'];

/** The lines of the table that are in the page. */
export const lines = (page: Page) => page.locator('.table-row');

export { expect } from '@playwright/test';
