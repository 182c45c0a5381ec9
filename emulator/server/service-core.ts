import { createEmulator } from '../emulator.ts';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { DeclaredAccount } from '../identity.ts';
import { Inspector } from '../inspect/inspector.ts';
import type { HttpReply } from '../transports/http-reply.ts';
import type { Call } from '../wire/call.ts';
import { fault, InjectedFault } from '../wire/fault.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { Changes } from './changes.ts';
import { Faults } from './faults.ts';
import { RequestLog } from './request-log.ts';
import { ServerClock } from './server-clock.ts';
import { Throttle } from './throttle.ts';

export type Pace = 'immediate' | 'real';

export interface CoreOptions {
  /** "strict" verifies signatures, and takes the keys of declared accounts only. */
  readonly auth: 'open' | 'strict';
  readonly accounts?: readonly DeclaredAccount[];
  readonly pace?: Pace;
  /** Every reply waits that long. */
  readonly latencyMilliseconds?: number;
  /** Calls that each account may make in a second; more get Throttling.User. Default: no limit. */
  readonly callsPerSecond?: number;
  /** Version of alimock, for the health check; empty where it is not known. */
  readonly version: string;
}

/** What is added to an emulator that people look into, on a server or in a page: request log, faults, clock. */
export interface ServiceCore {
  readonly emulator: Emulator;
  readonly clock: ServerClock;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Tells who listens that something was changed. */
  readonly changes: Changes;
  /** What people are shown. */
  readonly inspector: Inspector;
  readonly options: CoreOptions;
  pace: Pace;
  /** Answers a call to one of the APIs. */
  answer(request: HttpRequest): HttpReply;
}

/** What is to happen to the reply of the call under way. */
interface Outcome {
  readonly delayMilliseconds: number;
  readonly dropsConnection: boolean;
}

/**
 * Makes an emulator with all that people look into.
 * @param more what the emulator is made with besides; clock, pace, accounts and admission are given here
 */
export const createServiceCore = (options: CoreOptions, more: EmulatorOptions = {}): ServiceCore => {
  const { latencyMilliseconds = 0, callsPerSecond } = options;
  const throttle = callsPerSecond === undefined ? null : new Throttle(callsPerSecond);
  const faults = new Faults();
  const log = new RequestLog();
  const clock = new ServerClock();
  let pace = options.pace ?? 'immediate';
  const usual: Outcome = { delayMilliseconds: latencyMilliseconds, dropsConnection: false };
  let outcome = usual;

  const admit = (call: Call, accountId: string): void => {
    if (throttle?.allows(accountId, Date.now()) === false) throw fault('Throttling.User');
    const struck = faults.strike(call, accountId);
    if (struck.length === 0) return;
    outcome = {
      delayMilliseconds: struck.reduce((sum, plan) => sum + plan.delayMilliseconds, latencyMilliseconds),
      dropsConnection: struck.some((plan) => plan.dropConnection !== null),
    };
    const error = struck.find((plan) => plan.error !== null)?.error ?? null;
    if (error !== null) throw new InjectedFault(error.code, error.status, error.message);
    if (struck.some((plan) => plan.dropConnection === 'before')) throw fault('alimock.InjectedFault');
  };

  const emulator = createEmulator({
    ...more,
    clock,
    pace,
    accounts: options.accounts ?? [],
    admit,
  });
  const changes = new Changes(() => {
    const dueAt = emulator.settle();
    return dueAt === undefined ? undefined : dueAt - clock.now();
  });
  emulator.onCall((told) => {
    log.add(told);
    changes.happened();
  });

  return {
    emulator,
    clock,
    faults,
    log,
    changes,
    inspector: new Inspector(emulator),
    options,
    get pace() {
      return pace;
    },
    set pace(wanted) {
      pace = wanted;
      emulator.setPace(wanted);
    },
    answer: (request) => {
      // The emulator answers at once, so that nobody else's call can come between.
      outcome = usual;
      const reply = emulator.handle(request);
      return outcome === usual && latencyMilliseconds === 0 ? reply : { ...reply, ...outcome };
    },
  };
};
