import { refuseForeignPage } from '../admin/access.ts';
import { createAdmin } from '../admin/admin.ts';
import { asksForPage, toConsole } from '../admin/console-files.ts';
import { verifySignatures } from '../auth/verify-signature.ts';
import { createEmulator } from '../emulator.ts';
import type { Emulator } from '../emulator.ts';
import type { DeclaredAccount } from '../identity.ts';
import type { HttpReply } from '../transports/http.ts';
import type { Call } from '../wire/call.ts';
import { fault, InjectedFault } from '../wire/fault.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { Inspector } from '../inspect/inspector.ts';
import { Changes } from './changes.ts';
import { Faults } from './faults.ts';
import { RequestLog } from './request-log.ts';
import { ServerClock } from './server-clock.ts';
import { Throttle } from './throttle.ts';

export type Pace = 'immediate' | 'real';

export interface ServiceOptions {
  /** "strict" verifies signatures, and takes the keys of declared accounts only. */
  readonly auth: 'open' | 'strict';
  readonly accounts?: readonly DeclaredAccount[];
  readonly pace?: Pace;
  /** Every reply waits that long. */
  readonly latencyMilliseconds?: number;
  /** Calls that each account may make in a second; more get Throttling.User. Default: no limit. */
  readonly callsPerSecond?: number;
  /** Address that the server listens on. */
  readonly host: string;
  /** Version of alimock, for the health check. */
  readonly version: string;
  /** What callers of the admin API must show in strict mode. */
  readonly adminToken?: string;
  /** Folder with the built console; without one none is served. */
  readonly consoleFolder?: string;
}

/** What the server adds to an emulator: request log, faults, throttling, latency, clock and admin API. */
export interface Service {
  readonly emulator: Emulator;
  readonly clock: ServerClock;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Tells who listens that something was changed. */
  readonly changes: Changes;
  /** What people are shown. */
  readonly inspector: Inspector;
  readonly options: ServiceOptions;
  pace: Pace;
  handle(request: HttpRequest): HttpReply | Promise<HttpReply>;
}

/** What is to happen to the reply of the call under way. */
interface Outcome {
  readonly delayMilliseconds: number;
  readonly dropsConnection: boolean;
}

export const createService = (options: ServiceOptions): Service => {
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
    clock,
    pace,
    accounts: options.accounts ?? [],
    admit,
    ...(options.auth === 'strict' ? { authenticate: verifySignatures() } : {}),
  });
  const changes = new Changes(() => {
    const dueAt = emulator.settle();
    return dueAt === undefined ? undefined : dueAt - clock.now();
  });
  emulator.onCall((told) => {
    log.add(told);
    changes.happened();
  });

  const service: Service = {
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
    handle: (request) => {
      if (request.url.startsWith('/_alimock')) return admin(request);
      const refusal = options.auth === 'open' ? refuseForeignPage(request) : undefined;
      if (refusal !== undefined) return refusal;
      if (asksForPage(request)) return toConsole;
      // The emulator answers at once, so that nobody else's call can come between.
      outcome = usual;
      const reply = emulator.handle(request);
      return outcome === usual && latencyMilliseconds === 0 ? reply : { ...reply, ...outcome };
    },
  };
  const admin = createAdmin(service);
  return service;
};
