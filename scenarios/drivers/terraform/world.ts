import type { Emulator } from '../../../emulator/index.ts';
import type { ApiCall } from '../../result.ts';
import type { Actor, GivenBlock, Value } from '../../scenario.ts';
import { toApiCall } from '../call-log.ts';
import type { ResourceState } from '../driver.ts';
import { resolveReferences } from '../references.ts';
import type { Names } from '../references.ts';
import { accessKeys } from '../sdk/world.ts';
import { configurationOf, partsOf } from './configuration.ts';
import { readImport, readRun } from './diagnostics.ts';
import type { Run } from './diagnostics.ts';
import { isProbe, Patience } from './patience.ts';
import { runTerraform } from './run.ts';
import type { Seats } from './seats.ts';
import { emptyState, entriesIn, regionsIn, resourceStateOf, withEntries } from './state-file.ts';
import type { StateEntry, StateText } from './state-file.ts';

/** A block that an account has or had, with all that Terraform knew of it. */
export interface KnownBlock {
  readonly actor: Actor;
  readonly entry: StateEntry;
}

/** What one account's Terraform works with. */
interface AccountProject {
  readonly blocks: ReadonlyMap<string, GivenBlock>;
  readonly state: StateText;
}

const emptyProject: AccountProject = { blocks: new Map(), state: emptyState };

/**
 * An emulator of its own, and what each account's Terraform knows of it. Every account is a configuration
 * and a state of its own, as in life; what one refers to of another is put in as a literal.
 */
export class World {
  readonly emulator: Emulator;
  readonly saved: Map<string, Value>;
  readonly #seats: Seats;
  readonly #projects: Map<Actor, AccountProject>;
  readonly #previous: Map<string, KnownBlock>;
  readonly #imported = new Map<string, KnownBlock>();
  readonly #ended = new AbortController();
  readonly #endLog: () => void;
  #calls: ApiCall[] = [];

  constructor(seats: Seats, emulator: Emulator, from?: World) {
    this.#seats = seats;
    this.emulator = emulator;
    this.#projects = new Map(from === undefined ? [] : from.#projects);
    this.#previous = new Map(from === undefined ? [] : from.#previous);
    this.saved = new Map(from === undefined ? [] : from.saved);
    this.#endLog = emulator.onCall((answered) => {
      if (isProbe(answered.call)) return;
      this.#calls.push(toApiCall(answered, this.#nameOf(answered.accountId)));
    });
  }

  /** A world in which the same stands; what happens in one does not touch the other. */
  fork(): World {
    return new World(this.#seats, this.emulator.fork(), this);
  }

  /** Ends whatever is under way. */
  close(): void {
    this.#ended.abort();
    this.#endLog();
  }

  takeCalls(): ApiCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  /** Puts calls in front of those that were made since. */
  replayCalls(calls: readonly ApiCall[]): void {
    this.#calls = [...calls, ...this.#calls];
  }

  account(actor: string): string | undefined {
    return isActor(actor) ? this.emulator.accountIdOf(accessKeys[actor]) : undefined;
  }

  /** The block with the account that has it; undefined if there is none. */
  standing(address: string): KnownBlock | undefined {
    for (const [actor, { state }] of this.#projects) {
      const entry = entriesIn(state).get(address);
      if (entry !== undefined) return { actor, entry };
    }
    return this.#imported.get(address);
  }

  /** The block as it was before it was replaced or deleted. */
  previous(address: string): KnownBlock | undefined {
    return this.#previous.get(address);
  }

  state(address: string): ResourceState | undefined {
    const known = this.standing(address);
    return known && resourceStateOf(address, known.entry);
  }

  /** Everything that stands, and everything that did, by address; imports are no things of their own. */
  everMade(): [address: string, block: KnownBlock][] {
    const standing = [...this.#projects].flatMap(([actor, { state }]) =>
      [...entriesIn(state)].map(([address, entry]): [string, KnownBlock] => [address, { actor, entry }]),
    );
    return [...standing, ...this.#previous].filter(([, { entry }]) => entry.mode === 'managed');
  }

  blocksOf(actor: Actor): ReadonlyMap<string, GivenBlock> {
    return this.#project(actor).blocks;
  }

  /** Configures and applies. @returns what Terraform did; where it refuses, the configuration is as before */
  async apply(
    actor: Actor,
    blocks: ReadonlyMap<string, GivenBlock>,
    options: readonly string[] = ['-refresh=false'],
  ): Promise<Run> {
    const before = this.#project(actor);
    const run = await this.#run(actor, { ...before, blocks }, ['apply', '-auto-approve', ...options]);
    const stand = run.result.problems.length === 0 ? blocks : before.blocks;
    this.#projects.set(actor, { blocks: stand, state: run.state });
    this.#keepPrevious(actor, before.state, run.state);
    return run.result;
  }

  /** `terraform destroy`, in one account. */
  async destroy(actor: Actor): Promise<Run> {
    const before = this.#project(actor);
    if (entriesIn(before.state).size === 0) return { problems: [], changes: new Map() };
    const run = await this.#run(actor, before, ['destroy', '-auto-approve']);
    const blocks = run.result.problems.length === 0 ? emptyProject.blocks : before.blocks;
    this.#projects.set(actor, { blocks, state: run.state });
    this.#keepPrevious(actor, before.state, run.state);
    return run.result;
  }

  /** `terraform import` into an empty state; the block is known under its address from then on. */
  async import(actor: Actor, address: string, id: string, region?: string): Promise<Run> {
    const block = { address, arguments: {}, region };
    const project = { blocks: new Map([[address, block]]), state: emptyState };
    const run = await this.#run(actor, project, ['import', '-no-color', address, id]);
    const entry = entriesIn(run.state).get(address);
    if (entry !== undefined) this.#imported.set(address, { actor, entry });
    return run.result;
  }

  /**
   * Has Terraform read blocks anew, apart from everything else.
   * @returns for each, in order, what the API has of it; null: it is gone
   */
  async readAnew(
    actor: Actor,
    entries: readonly StateEntry[],
  ): Promise<{ run: Run; found: (StateEntry | null)[] }> {
    // Two may have had the same address, one after the other.
    const numbered = entries.map((entry, at) => ({ ...entry, name: `read-${at}` }));
    const project = { blocks: emptyProject.blocks, state: withEntries(emptyState, numbered) };
    const run = await this.#run(actor, project, ['apply', '-refresh-only', '-auto-approve']);
    const after = entriesIn(run.state);
    const found = numbered.map(({ type, name }) => after.get(`${type}.${name}`) ?? null);
    return { run: run.result, found };
  }

  /** Takes up a block in a state as if Terraform still thought that it stands. */
  pretend(address: string, { actor, entry }: KnownBlock): void {
    const project = this.#project(actor);
    const others = [...entriesIn(project.state)].flatMap(([at, other]) => (at === address ? [] : [other]));
    this.#projects.set(actor, { ...project, state: withEntries(project.state, [...others, entry]) });
  }

  /** Takes a block out of the configuration and the state; what it stands for is not touched. */
  forget(address: string): void {
    const known = this.standing(address);
    if (known === undefined) return;
    this.#previous.set(address, known);
    if (this.#imported.delete(address)) return;
    const project = this.#project(known.actor);
    const others = [...entriesIn(project.state)].flatMap(([at, other]) => (at === address ? [] : [other]));
    const blocks = new Map([...project.blocks].filter(([at]) => at !== address));
    this.#projects.set(known.actor, { blocks, state: withEntries(project.state, others) });
  }

  /** Puts what was read in place of what was known. */
  refresh(address: string, { actor, entry }: KnownBlock): void {
    this.pretend(address, { actor, entry: { ...entry, name: partsOf(address).name } });
  }

  /** @param number which of a createMany it is */
  names(number?: number): Names {
    return {
      block: (address) => (this.standing(address) ?? this.previous(address))?.entry.instances[0]?.attributes,
      account: (actor) => this.account(actor),
      saved: (name) => this.saved.get(name),
      now: () => this.emulator.now(),
      ...(number === undefined ? {} : { number }),
    };
  }

  #project(actor: Actor): AccountProject {
    return this.#projects.get(actor) ?? emptyProject;
  }

  /** What was in the state and is not, or is another thing now. */
  #keepPrevious(actor: Actor, before: StateText, after: StateText): void {
    const now = entriesIn(after);
    for (const [address, entry] of entriesIn(before)) {
      const id = entry.instances[0]?.attributes['id'];
      if (now.get(address)?.instances[0]?.attributes['id'] === id) continue;
      this.#previous.set(address, { actor, entry });
    }
  }

  async #run(
    actor: Actor,
    { blocks, state }: AccountProject,
    args: readonly string[],
  ): Promise<{ result: Run; state: StateText }> {
    const patience = new Patience(this.emulator);
    try {
      const configuration = configurationOf(
        [...blocks.values()].map((block) => this.#withLiterals(block, blocks)),
        accessKeys[actor],
        undefined,
        regionsIn(state),
      );
      const isImport = args[0] === 'import';
      const ended = await runTerraform(
        { configuration, state },
        isImport ? args : [...args, '-json'],
        this.emulator,
        this.#seats,
        AbortSignal.any([patience.signal, this.#ended.signal]),
      );
      const read = isImport ? readImport : readRun;
      return { result: read(ended.output, ended.exitCode), state: ended.state };
    } catch (error) {
      if (patience.why === null) throw error;
      const problem = { severity: 'error', summary: patience.why, detail: '' };
      return { result: { problems: [problem], changes: new Map() }, state };
    } finally {
      patience.stop();
    }
  }

  /** Everything that Terraform cannot know as a literal: accounts, what was saved, other accounts' blocks. */
  #withLiterals(block: GivenBlock, own: ReadonlyMap<string, GivenBlock>): GivenBlock {
    const names = this.names();
    const literal = (value: Value): Value => {
      if (typeof value === 'string') return withLiteralsIn(value, (path) => isOwn(path, own), names);
      if (Array.isArray(value)) return value.map(literal);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
    };
    const values = Object.entries(block.arguments).map(([name, value]) => [name, literal(value)] as const);
    const dependsOn = block.dependsOn?.filter((address) => own.has(address));
    return { ...block, arguments: Object.fromEntries(values), dependsOn };
  }

  #nameOf(accountId: string): string {
    return Object.keys(accessKeys).find((name) => this.account(name) === accountId) ?? accountId;
  }
}

const isActor = (name: string): name is Actor => Object.hasOwn(accessKeys, name);

/** Whether a path begins with a block of the same configuration. */
const isOwn = (path: string, own: ReadonlyMap<string, GivenBlock>): boolean => {
  const parts = path.trim().replaceAll('[', '.').split('.');
  const length = parts[0] === 'data' ? 3 : 2;
  return own.has(parts.slice(0, length).join('.'));
};

/** Replaces each `${…}` that is not one's own. */
const withLiteralsIn = (text: string, isOwnPath: (path: string) => boolean, names: Names): Value => {
  const only = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
  if (only !== undefined) return isOwnPath(only) ? text : resolveReferences(text, names);
  return text.replaceAll(/\$\{([^{}]*)\}/g, (reference, path: string) => {
    if (isOwnPath(path)) return reference;
    const value = resolveReferences(reference, names);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
};
