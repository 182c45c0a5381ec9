import type { Applied, Plan, PlannedBlock, Planner } from '../../observe/planner.ts';
import { TimeLimitError, withinLimit } from '../../run/time-limit.ts';
import type { GivenBlock } from '../../scenario.ts';
import { PrerequisiteError } from '../driver.ts';
import { resolveReferences } from '../references.ts';
import { accessKeys } from '../sdk/world.ts';
import { configurationOf, partsOf, providerSettings } from './configuration.ts';
import { changesIn, deprecatedIn, problemsIn } from './plan-file.ts';
import { planTerraform } from './run.ts';
import type { Seats } from './seats.ts';
import { emptyState, withEntries } from './state-file.ts';
import type { StateEntry } from './state-file.ts';
import type { Worlds } from './worlds.ts';

/** The provider waits up to hours for a status that never comes; without it there are still plans. */
const limitMs = 300_000;

const tooLong = { exitCode: 1, plan: null, output: `It was not done after ${limitMs / 1000} seconds.` };

/** Plans by the real Terraform: each block with a state that says that it stands. */
export class TerraformPlanner implements Planner {
  readonly #seats: Seats;
  readonly #worlds: Worlds;

  constructor(seats: Seats, worlds: Worlds) {
    this.#seats = seats;
    this.#worlds = worlds;
  }

  async apply(given: readonly GivenBlock[], block: GivenBlock): Promise<Applied | null> {
    try {
      const { world, run } = await withinLimit(limitMs, this.#worlds.creating(given, block));
      const instance = world.standing(block.address)?.entry.instances[0];
      if (run.problems.length > 0 || instance === undefined) return null;
      return {
        standing: { attributes: instance.attributes, schemaVersion: instance.schema_version ?? 0 },
        resolve: (value) => resolveReferences(value, world.names()),
      };
    } catch (error) {
      if (error instanceof PrerequisiteError || error instanceof TimeLimitError) return null;
      throw error;
    }
  }

  async plan(blocks: readonly PlannedBlock[]): Promise<Plan> {
    const { emulator } = await this.#worlds.having([]);
    const project = {
      configuration: configurationOf(
        blocks.map(({ block }) => block),
        accessKeys.owner,
      ),
      state: withEntries(emptyState, blocks.flatMap(entryOf)),
    };
    const ended = await planTerraform(project, emulator, this.#seats, AbortSignal.timeout(limitMs)).catch(
      (error: unknown) => {
        if (error instanceof Error && error.name === 'AbortError') return tooLong;
        throw error;
      },
    );
    const deprecated = deprecatedIn(ended.output);
    if (ended.plan !== null) return { problems: [], deprecated, changes: changesIn(ended.plan) };
    const problems = problemsIn(ended.output);
    const message = `terraform plan ended with ${ended.exitCode}: ${ended.output.slice(-400)}`;
    return {
      problems: problems.length > 0 ? problems : [{ address: null, message }],
      deprecated,
      changes: new Map(),
    };
  }
}

const entryOf = ({ block, before }: PlannedBlock): StateEntry[] => {
  if (before === null) return [];
  const { type, name } = partsOf(block.address);
  return [
    {
      mode: 'managed',
      type,
      name,
      provider: `provider["registry.terraform.io/${providerSettings.source}"]`,
      instances: [{ attributes: { ...before.attributes }, schema_version: before.schemaVersion }],
    },
  ];
};
