/** The driver that carries scenarios out with the official SDK against the embedded emulator. */
import { createEmulator } from '../../emulator/index.ts';
import type { Emulator, RuleId } from '../../emulator/index.ts';
import type { Driver } from './driver.ts';
import { unsupportedIn } from './sdk/unsupported.ts';
import { SdkSession } from './sdk/session.ts';
import { startListening, stopListening } from './sdk/wire.ts';
import { Worlds } from './sdk/worlds.ts';

export interface SdkDriverOptions {
  /** The emulator whose state every session starts from. It is forked, never changed. Default: a new one. */
  readonly emulator?: Emulator;
  /** Rules of the emulator that are not enforced; only without `emulator`. */
  readonly withoutRules?: readonly RuleId[];
  /** Same seed, same ids; only without `emulator`. Default 1. */
  readonly seed?: number;
  /**
   * How long a change of status may take before the step fails, in milliseconds. Default 5,000: at the
   * emulator's default pace it takes no time. An emulator at `pace: 'real'` needs minutes.
   */
  readonly waitLimitMs?: number;
}

/**
 * Makes the driver "sdk": the unmodified official SDK clients of ECS and VPC, whose calls msw hands to an
 * emulator in this process. Every session is a world of its own with the accounts of three actors.
 * Nothing is loaded or started before the first session is opened; close it when done. Other requests of
 * the process pass untouched; but an msw server of your own that answers ECS must not listen at the same
 * time, since msw asks every server that listens.
 */
export const createSdkDriver = (options: SdkDriverOptions = {}): Driver => {
  const { emulator, withoutRules, seed, waitLimitMs = 5_000 } = options;
  let worlds: Worlds | undefined;
  let listening: Promise<void> | undefined;
  const start = async (): Promise<Worlds> => {
    listening ??= startListening();
    await listening;
    worlds ??= new Worlds(
      emulator ??
        createEmulator({
          ...(withoutRules === undefined ? {} : { withoutRules }),
          ...(seed === undefined ? {} : { seed }),
        }),
      waitLimitMs,
    );
    return worlds;
  };
  return {
    name: 'sdk',
    unsupported: unsupportedIn,
    open: async (given, regionId) => new SdkSession(await (await start()).open(given, regionId)),
    close: async () => {
      const [ending, wasListening] = [worlds, listening];
      worlds = undefined;
      listening = undefined;
      await ending?.close();
      if (wasListening !== undefined) await stopListening();
    },
  };
};
