/** Runs a page's example with the real Terraform: apply, results, second plan, import, destroy. */
import { createEmulator } from '../../../emulator/index.ts';
import { Patience } from '../../../scenarios/drivers/terraform/patience.ts';
import type { Seats } from '../../../scenarios/drivers/terraform/seats.ts';
import type { StateEntry } from '../../../scenarios/drivers/terraform/state-file.ts';
import { Account, sendDirectly } from '../../emulator/api-client.ts';
import type { ExampleCode } from './example-code.ts';
import { givenBefore, withGiven } from './given.ts';
import { owner, problemsOf, Project } from './project.ts';
import { emptyResults } from './results.ts';

/** What an example is to do, in this order. */
export const stages = [
  'given',
  'apply',
  'results',
  'second plan',
  'import',
  'plan after import',
  'destroy',
  'empty account',
] as const;

export type Stage = (typeof stages)[number];

export interface Failure {
  readonly stage: Stage;
  readonly message: string;
}

export interface ExampleOutcome {
  /** What did not go as promised; empty if all did. */
  readonly failures: readonly Failure[];
  /** Actions that are not there, with how often they were asked for. */
  readonly missing: Readonly<Record<string, number>>;
  readonly durationMs: number;
}

/** An example with what its page says about it. */
export interface PageExample {
  /** "r/vpc.html.markdown" */
  readonly page: string;
  /** "alicloud_vpc" */
  readonly type: string;
  readonly code: ExampleCode;
  /** The page's own block, where the page documents an import; null otherwise. */
  readonly imported: string | null;
  /** Whether the page says that Terraform cannot destroy what it makes. */
  readonly staysForever: boolean;
}

/**
 * Runs one example in an account of its own.
 * @param providerFolder folder of the provider, for examples with several configurations of it
 */
export const runExample = async (
  example: PageExample,
  seats: Seats,
  providerFolder: string,
): Promise<ExampleOutcome> => {
  const started = performance.now();
  const emulator = createEmulator();
  const patience = new Patience(emulator);
  const project = await Project.create(example.code.files, {
    seats,
    emulator,
    ...(example.code.hasAliases ? { ownProviders: providerFolder } : {}),
    signal: AbortSignal.any([patience.signal, AbortSignal.timeout(400_000)]),
  });
  const course = new Course(project, example, patience);
  await course.run();
  await project.remove();
  patience.stop();
  return {
    failures: course.failures,
    missing: patience.missing,
    durationMs: Math.round(performance.now() - started),
  };
};

/** One example's way through the stages. A failure of one does not keep the later ones from being looked at. */
class Course {
  readonly failures: Failure[] = [];
  readonly #project: Project;
  readonly #example: PageExample;
  readonly #patience: Patience;
  #stage: Stage = 'given';

  constructor(project: Project, example: PageExample, patience: Patience) {
    this.#patience = patience;
    this.#project = project;
    this.#example = example;
  }

  async run(): Promise<void> {
    try {
      await this.#given();
      const before = this.#project.owned();
      if (!(await this.#apply())) return;
      await this.#results();
      await this.#secondPlan();
      if (this.#example.imported !== null) await this.#import(this.#example.imported);
      await this.#destroy(before);
    } catch (error) {
      this.#fail(this.#patience.why ?? (error instanceof Error ? error.message : String(error)));
    }
  }

  #fail(message: string): void {
    this.failures.push({ stage: this.#stage, message });
  }

  /** Makes what the example takes for granted. */
  async #given(): Promise<void> {
    const given = givenBefore[this.#example.page];
    if (given === undefined) return;
    const { emulator } = this.#project;
    const region = regionOf(this.#example.code);
    const replacements = await given(new Account(sendDirectly(emulator), owner, region));
    const text = withGiven(this.#example.code.files['main.tf'] ?? '', replacements);
    await this.#project.write({ 'main.tf': text });
  }

  async #apply(): Promise<boolean> {
    this.#stage = 'apply';
    const applied = await this.#project.apply();
    if (applied.problems.length > 0) this.#fail(problemsOf(applied));
    return applied.problems.length === 0;
  }

  /** A data source is there to find something. */
  async #results(): Promise<void> {
    this.#stage = 'results';
    const { type, page } = this.#example;
    if (!page.startsWith('d/')) return;
    const empty = emptyResults(type, await this.#project.entries(), await this.#project.outputs());
    if (empty.length > 0) this.#fail(empty.join(', '));
  }

  async #secondPlan(): Promise<void> {
    this.#stage = 'second plan';
    const changes = await this.#project.plan();
    if (changes.length > 0) this.#fail(changes.join(', '));
  }

  /** Imports the block by its id into the state that has everything else, and looks what a plan would change. */
  async #import(address: string): Promise<void> {
    this.#stage = 'import';
    const project = this.#project;
    const entries = await project.entries();
    const own = entries.get(address);
    const instance = own?.instances[0];
    const id = instance?.attributes['id'];
    if (own === undefined || instance === undefined || typeof id !== 'string') {
      this.#fail(`no ${address} in the state`);
      return;
    }
    const others = [...entries.values()].filter((entry) => entry !== own);
    const siblings: StateEntry[] =
      own.instances.length > 1 ? [{ ...own, instances: own.instances.slice(1) }] : [];
    await project.setEntries([...others, ...siblings]);
    const index = 'index_key' in instance ? `[${JSON.stringify(instance['index_key'])}]` : '';
    const run = await project.import(`${address}${index}`, id);
    if (run.problems.length > 0) {
      await project.setEntries([...others, own]);
      this.#fail(problemsOf(run));
      return;
    }
    this.#stage = 'plan after import';
    const changes = await project.plan();
    if (changes.length > 0) this.#fail(changes.join(', '));
    // What an import does not bring, such as an argument that asks for force, a destroy may need.
    await project.setEntries([...others, own]);
  }

  async #destroy(before: readonly string[]): Promise<void> {
    this.#stage = 'destroy';
    const { type, staysForever } = this.#example;
    const entries = [...(await this.#project.entries()).values()];
    const idsOf = (some: readonly StateEntry[]): unknown[] =>
      some.flatMap(({ instances }) => instances.map(({ attributes }) => attributes['id']));
    const managed = idsOf(entries);
    // Resources may remain, such a page says: they, and what they made.
    const others = idsOf(entries.filter((entry) => entry.type !== type));
    const destroyed = await this.#project.destroy();
    if (destroyed.problems.length > 0) {
      this.#fail(problemsOf(destroyed));
      return;
    }
    this.#stage = 'empty account';
    const idOf = (thing: string): string => thing.split(' ')[1] ?? '';
    const left = this.#project
      .owned()
      .filter((thing) => !before.includes(thing) && (!staysForever || others.includes(idOf(thing))))
      // CreateImage makes snapshots that Terraform does not know of, and DeleteImage keeps them.
      .filter((thing) => !thing.startsWith('snapshots ') || managed.includes(idOf(thing)));
    if (left.length > 0) this.#fail(`left: ${left.join(', ')}`);
  }
}

const regionOf = ({ files }: ExampleCode): string =>
  /region\s*=\s*"([^"]+)"/.exec(Object.values(files).join('\n'))?.[1] ?? 'cn-hangzhou';
