/** Runs a page's example with the real Terraform: apply, second plan, import, destroy. */
import { createEmulator } from '../../../emulator/index.ts';
import type { Seats } from '../../../scenarios/drivers/terraform/seats.ts';
import type { StateEntry } from '../../../scenarios/drivers/terraform/state-file.ts';
import type { ExampleCode } from './example-code.ts';
import { EndedError, problemsOf, Project } from './project.ts';

export type Stage = 'apply' | 'second plan' | 'import' | 'plan after import' | 'destroy' | 'empty account';

export interface Failure {
  readonly stage: Stage;
  readonly message: string;
}

export interface ExampleOutcome {
  /** What did not go as promised; null if all did. */
  readonly failure: Failure | null;
  /** Actions that are not there, with how often they were asked for. */
  readonly missing: Readonly<Record<string, number>>;
  readonly durationMs: number;
}

/** The provider asks the billing API for the kind of account, and goes on whatever the answer is. */
const probe = 'QueryAvailableInstances 2017-12-14';

/**
 * Runs one example in an account of its own.
 * @param address of the page's own block, to import it; null: not tried
 * @param providerFolder folder of the provider, for examples with several configurations of it
 */
export const runExample = async (
  code: ExampleCode,
  address: string | null,
  seats: Seats,
  providerFolder: string,
): Promise<ExampleOutcome> => {
  const started = performance.now();
  const emulator = createEmulator();
  const missing = new Map<string, number>();
  const stuck = new AbortController();
  emulator.onCall(({ call, code: error }) => {
    if (error !== 'alimock.NotImplemented' && error !== 'InvalidVersion') return;
    const name = `${call.action} ${call.version}`;
    if (name === probe) return;
    missing.set(name, (missing.get(name) ?? 0) + 1);
    // The provider tries again on a 501.
    if ((missing.get(name) ?? 0) > 3) stuck.abort();
  });
  const project = await Project.create(code.files, {
    seats,
    emulator,
    ...(code.hasAliases ? { ownProviders: providerFolder } : {}),
    signal: AbortSignal.any([stuck.signal, AbortSignal.timeout(400_000)]),
  });
  const stage: { now: Stage } = { now: 'apply' };
  const run = carryOut(project, address, stage);
  const failure = await run.catch((error: unknown): Failure => {
    if (error instanceof EndedError) return { stage: stage.now, message: error.message };
    return { stage: stage.now, message: error instanceof Error ? error.message : String(error) };
  });
  await project.remove();
  return {
    failure,
    missing: Object.fromEntries(missing),
    durationMs: Math.round(performance.now() - started),
  };
};

const carryOut = async (
  project: Project,
  address: string | null,
  stage: { now: Stage },
): Promise<Failure | null> => {
  const before = project.owned();
  const applied = await project.apply();
  if (applied.problems.length > 0) return { stage: 'apply', message: problemsOf(applied) };
  stage.now = 'second plan';
  const second = await project.plan();
  let failure: Failure | null =
    second.length === 0 ? null : { stage: 'second plan', message: second.join(', ') };
  if (failure === null && address !== null) {
    stage.now = 'import';
    failure = await importStage(project, address, stage);
  }
  stage.now = 'destroy';
  const managed = [...(await project.entries()).values()].flatMap(({ instances }) =>
    instances.map(({ attributes }) => attributes['id']),
  );
  const destroyed = await project.destroy();
  if (failure !== null) return failure;
  if (destroyed.problems.length > 0) return { stage: 'destroy', message: problemsOf(destroyed) };
  // CreateImage makes snapshots that Terraform does not know of, and DeleteImage keeps them.
  const left = project
    .owned()
    .filter((thing) => !before.includes(thing))
    .filter((thing) => !thing.startsWith('snapshots ') || managed.includes(thing.split(' ')[1] ?? ''));
  return left.length === 0 ? null : { stage: 'empty account', message: `left: ${left.join(', ')}` };
};

/** Imports the block by its id into the state that has everything else, and looks what a plan would change. */
const importStage = async (
  project: Project,
  address: string,
  stage: { now: Stage },
): Promise<Failure | null> => {
  const entries = await project.entries();
  const own = entries.get(address);
  const instance = own?.instances[0];
  const id = instance?.attributes['id'];
  if (own === undefined || instance === undefined || typeof id !== 'string') {
    return { stage: 'import', message: `no ${address} in the state` };
  }
  const others = [...entries.values()].filter((entry) => entry !== own);
  const siblings: StateEntry[] =
    own.instances.length > 1 ? [{ ...own, instances: own.instances.slice(1) }] : [];
  await project.setEntries([...others, ...siblings]);
  const indexed = 'index_key' in instance ? `${address}[${JSON.stringify(instance['index_key'])}]` : address;
  const run = await project.import(indexed, id);
  if (run.problems.length > 0) {
    await project.setEntries([...others, own]);
    return { stage: 'import', message: problemsOf(run) };
  }
  stage.now = 'plan after import';
  const changes = await project.plan();
  return changes.length === 0 ? null : { stage: 'plan after import', message: changes.join(', ') };
};
