/**
 * A served alimock with two accounts, and a client program of another language or library that is run
 * against it as a user runs it: a process of its own that knows an address, a key and a few ids.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import RPCClient from '@alicloud/pop-core';
import { test as base } from '@playwright/test';
import { stringify } from 'yaml';
import { serve } from '../../cli/server-process.ts';
import type { ServerProcess } from '../../cli/server-process.ts';

export type Auth = 'open' | 'strict';

const owner = { name: 'owner', id: '1000000000000001', key: { id: 'owner-key', secret: 'owner-secret' } };
const other = { name: 'other', id: '1000000000000002', key: { id: 'other-key', secret: 'other-secret' } };
/** Of an account, or of a role with the token that came with them. */
export interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

const keysOf: Readonly<Record<'owner' | 'other', Keys>> = {
  owner: { accessKeyId: owner.key.id, accessKeySecret: owner.key.secret },
  other: { accessKeyId: other.key.id, accessKeySecret: other.key.secret },
};

export const ownerAccount = owner.id;
export const otherAccount = other.id;

const seed = stringify({
  accounts: [owner, other].map(({ name, id, key }) => ({ name, id, keys: [key] })),
  vpcs: [
    {
      account: owner.name,
      name: 'net',
      vswitches: [{ name: 'subnet', zone: 'cn-hangzhou-h', cidr: '172.16.0.0/24' }],
      securityGroups: [{ name: 'group' }],
    },
  ],
});

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  /** host:port */
  readonly endpoint: string;
  /** What the admin API wants where signatures are verified. */
  readonly adminToken: string | undefined;
  /** What the programs are told: ENDPOINT, the owner's key and the ids that they need. */
  readonly environment: Readonly<Record<string, string>>;
  /** The API as one of the accounts, or who has some other keys, sees it: through a client that is known to work. */
  call(
    caller: 'owner' | 'other' | Keys,
    action: string,
    parameters?: Values,
    version?: string,
  ): Promise<unknown>;
  /** Runs a program with the environment. @returns its JSON, and how it ended */
  tell(
    command: string,
    args: readonly string[],
    changed?: Record<string, string>,
  ): Promise<{ ended: Ended; told: unknown }>;
}

type Values = Readonly<Record<string, unknown>>;

/** Runs a program to its end. It gets no standard input. */
export const runProgram = (
  command: string,
  args: readonly string[],
  { cwd, env }: { cwd?: string; env: Readonly<Record<string, string>> },
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      // Playwright asks its workers for colours, and Node's console.log would hear it.
      env: { ...process.env, FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });

export const test = base.extend<{ auth: Auth; world: World }>({
  auth: ['open', { option: true }],
  world: async ({ auth }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'alimock-client-'));
    const seedFile = path.join(folder, 'seed.yaml');
    writeFileSync(seedFile, seed);
    const server = await serve(['--auth', auth, '--seed', seedFile]);
    try {
      await use(await worldOf(server, auth));
    } finally {
      await server.stop('SIGTERM');
      rmSync(folder, { recursive: true });
    }
  },
});

const worldOf = async ({ port, adminToken }: ServerProcess, auth: Auth): Promise<World> => {
  const endpoint = `127.0.0.1:${port}`;
  const call: World['call'] = (caller, action, parameters = {}, version = '2014-05-26') => {
    const keys = typeof caller === 'string' ? keysOf[caller] : caller;
    const client = new RPCClient({ ...keys, endpoint: `http://${endpoint}`, apiVersion: version });
    return client.request<unknown>(action, { RegionId: 'cn-hangzhou', ...parameters }, { method: 'POST' });
  };
  const { VSwitches } = (await call('owner', 'DescribeVSwitches', {}, '2016-04-28')) as {
    VSwitches: { VSwitch: { VSwitchId: string }[] };
  };
  const { SecurityGroups } = (await call('owner', 'DescribeSecurityGroups')) as {
    SecurityGroups: { SecurityGroup: { SecurityGroupId: string }[] };
  };
  const environment = {
    ENDPOINT: endpoint,
    ALIBABA_CLOUD_ACCESS_KEY_ID: owner.key.id,
    // In open mode no secret is looked at.
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: auth === 'strict' ? owner.key.secret : 'any',
    IMAGE_ID: 'ubuntu_22_04_x64_20G_alibase_20241016.vhd',
    VSWITCH_ID: VSwitches.VSwitch[0]?.VSwitchId ?? '',
    SECURITY_GROUP_ID: SecurityGroups.SecurityGroup[0]?.SecurityGroupId ?? '',
    SHARE_WITH: otherAccount,
    PYTHONIOENCODING: 'utf-8',
  };
  const tell: World['tell'] = async (command, args, changed = {}) => {
    const ended = await runProgram(command, args, { env: { ...environment, ...changed } });
    let told: unknown;
    try {
      told = JSON.parse(ended.stdout);
    } catch {
      told = `no JSON: ${ended.stdout}${ended.stderr}`;
    }
    return { ended, told };
  };
  return { endpoint, adminToken, environment, call, tell };
};

export { expect } from '@playwright/test';
