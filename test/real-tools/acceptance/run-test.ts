/** One acceptance test of the provider, against an emulator of its own. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmulator } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import { selfSigned } from '../../../emulator/transports/self-signed.ts';
import { environmentFor } from '../../../scenarios/drivers/terraform/seats.ts';
import { accessKey, fillAccount } from './account.ts';
import type { Conditions } from './list.ts';

export interface AcceptanceOutcome {
  /** "skipped": the test itself did not want to run. */
  readonly status: 'passed' | 'failed' | 'skipped' | 'timed out';
  /** What the test printed. */
  readonly output: string;
}

/** Most of the provider's tests are written for it. */
const usualRegion = 'cn-hangzhou';

/** A test has steps of ten seconds and more each: the provider sleeps between calls. */
const limitSeconds = 1500;

/**
 * Runs a test. The tests name no endpoint and no protocol, so the environment leads them, and they call by HTTPS.
 * @param program the tests' binary
 * @param name "TestAccAliCloudEcsDisk_basic8017"
 */
export const runAcceptanceTest = async (
  program: string,
  name: string,
  { region = usualRegion, pace = 'immediate' }: Conditions = {},
): Promise<AcceptanceOutcome> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'alimock-acceptance-'));
  const identity = selfSigned();
  const certificate = path.join(folder, 'certificate.pem');
  await writeFile(certificate, identity.cert);
  const emulator = createEmulator();
  const server = await startServer({ emulator, identity });
  try {
    await fillAccount(emulator, region);
    emulator.setPace(pace);
    const args = [`-test.run=^${name}$`, '-test.v', `-test.timeout=${limitSeconds}s`];
    const output = await outputOf(program, args, folder, {
      ...environmentFor(`127.0.0.1:${server.port}`, certificate),
      TF_ACC: '1',
      ALICLOUD_ACCESS_KEY: accessKey,
      ALICLOUD_SECRET_KEY: 'secret',
      ALICLOUD_REGION: region,
      // Without it, what is paid in advance is skipped: it costs the provider's developers money.
      ENABLE_CHECKING_PRE_PAID: 'true',
    });
    return { status: statusOf(name, output), output };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

const outputOf = (
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.on('error', reject);
    child.on('close', () => resolve(chunks.join('')));
  });

const statusOf = (name: string, output: string): AcceptanceOutcome['status'] => {
  const ended = new RegExp(`^--- (PASS|FAIL|SKIP): ${name} `, 'm').exec(output)?.[1];
  if (ended === 'PASS') return 'passed';
  if (ended === 'SKIP') return 'skipped';
  return output.includes('panic: test timed out') ? 'timed out' : 'failed';
};
