import type { Case } from './cases.ts';
import type { Servers } from './compare.ts';
import { putLoadClosing } from './load-closing.ts';
import { putLoad } from './load.ts';
import { alimockForm, post } from './requests.ts';
import { makeAlimockWorld, makeMotoWorld } from './worlds.ts';
import type { AlimockWorld, MotoWorld } from './worlds.ts';

/** Until then V8 compiles: counted in processor time, a RunInstances costs less and less, and the same from there on. */
const callsToWarmUp = 8000;

/**
 * Makes the calls of a case before it is measured, in an account and a region of their own: a round of few calls would
 * measure compilers. Both emulators get the same time, which is that of so many calls to alimock; afterwards what was
 * made there is released, so that the state is as large as the case says.
 */
export const warmUp = async (
  { alimock, moto }: Servers,
  caseOf: (name: string, ours: readonly [AlimockWorld], its: MotoWorld | undefined) => Case,
): Promise<void> => {
  const account = 'warm-up';
  const ours = await makeAlimockWorld(alimock.port, account, 100);
  const its = moto && (await makeMotoWorld(moto.port, 'eu-central-1', 100));
  const load = caseOf('', [ours], its);
  const connections = 16;
  process.stderr.write(`  warming up with ${callsToWarmUp} calls, and moto for as long\n`);
  const started = performance.now();
  await putLoad({
    port: alimock.port,
    connections,
    requests: load.alimock,
    limit: { calls: callsToWarmUp },
  });
  const seconds = (performance.now() - started) / 1000;
  await releaseAll(alimock.port, account);
  if (moto !== undefined && load.moto !== undefined) {
    await putLoadClosing({ port: moto.port, connections, requests: load.moto, limit: { seconds } });
  }
};

/** Empties an account. Its id is in the answer of GetCallerIdentity. */
const releaseAll = async (port: number, account: string): Promise<void> => {
  const identity = await post(port, alimockForm(account, { Action: 'GetCallerIdentity' }, 'Sts'));
  const { AccountId: accountId } = JSON.parse(identity) as { AccountId: string };
  const reply = await fetch(`http://127.0.0.1:${port}/_alimock/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountId }),
  });
  if (!reply.ok)
    throw new Error(`the account ${account} is not emptied: ${reply.status} ${await reply.text()}`);
};
