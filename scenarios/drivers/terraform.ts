/** The driver that carries scenarios out with the real Terraform and the real provider. */
import { createEmulator } from '../../emulator/index.ts';
import type { Emulator } from '../../emulator/index.ts';
import type { Planner } from '../observe/planner.ts';
import type { GivenBlock, Scenario } from '../scenario.ts';
import type { Driver } from './driver.ts';
import { loadSdk } from './sdk/load-sdk.ts';
import { startListening, stopListening } from './sdk/wire.ts';
import { Acts } from './terraform/acts.ts';
import { initialisedProvider, providerIn } from './terraform/find-provider.ts';
import { providerSettings } from './terraform/configuration.ts';
import { TerraformPlanner } from './terraform/planner.ts';
import { defaultRegionId } from './region.ts';
import { Seats } from './terraform/seats.ts';
import { checkTerraform } from './terraform/terraform-command.ts';
import { TerraformSession } from './terraform/session.ts';
import { unsupportedIn } from './terraform/unsupported.ts';
import type { World } from './terraform/world.ts';
import { Worlds } from './terraform/worlds.ts';

export interface TerraformDriverOptions {
  /** Folder that holds the provider's binary. Default: `terraform init` gets the released one. */
  readonly providerDir?: string;
  /** The emulator whose state every session starts from. It is forked, never changed. Default: a new one. */
  readonly emulator?: Emulator;
  /** Most terraform commands at a time. Default: twice the processor's cores, at most 8. */
  readonly seats?: number;
}

/** The driver, which can also say what Terraform plans. */
export interface TerraformDriver extends Driver {
  /** Plans at the driver's seats, upon what it has carried out already. @throws MissingToolError */
  planner(): Promise<Planner>;
}

/**
 * Makes the driver "terraform": each verb is a terraform command on a configuration made of the scenario's
 * blocks. It has no code for any page. Every session is a world of its own with the accounts of three
 * actors; nothing is started before the first session is opened; close it when done.
 * @throws MissingToolError (from open) if Terraform or the provider is missing
 */
export const createTerraformDriver = (options: TerraformDriverOptions = {}): TerraformDriver => {
  let started: Promise<{ seats: Seats; worlds: Worlds }> | undefined;
  let listening: Promise<void> | undefined;
  const start = async (): Promise<{ seats: Seats; worlds: Worlds }> => {
    const { providerDir, emulator = createEmulator(), seats: limit } = options;
    await checkTerraform();
    const program = await (providerDir === undefined ? initialisedProvider() : providerIn(providerDir));
    const seats = new Seats(program, providerSettings.source, limit);
    return { seats, worlds: new Worlds(emulator, seats) };
  };
  const makeActs = async (world: World): Promise<Acts> => {
    listening ??= startListening();
    await listening;
    return new Acts(world, { sdk: await loadSdk(), waitLimitMs: 5_000, regionId: defaultRegionId });
  };
  return {
    name: 'terraform',
    // Most of the time a scenario waits for what another one has made already.
    concurrency: 24,
    timeLimitMs: 900_000,
    ready: async () => {
      const { worlds } = await (started ??= start());
      await worlds.having([]);
    },
    unsupported: (scenario: Scenario) => unsupportedIn(scenario),
    open: async (given: readonly GivenBlock[]) => {
      const { worlds } = await (started ??= start());
      return new TerraformSession(worlds, given, await worlds.having(given), makeActs);
    },
    planner: async () => {
      const { seats, worlds } = await (started ??= start());
      return new TerraformPlanner(seats, worlds);
    },
    close: async () => {
      const [ending, wasListening] = [started, listening];
      started = undefined;
      listening = undefined;
      const running = await ending?.catch(() => undefined);
      await running?.worlds.close();
      await running?.seats.close();
      if (wasListening !== undefined) await stopListening();
    },
  };
};
