import { refuseForeignPage } from '../admin/access.ts';
import { createAdmin } from '../admin/admin.ts';
import { asksForPage, toConsole } from '../admin/console-files.ts';
import { verifySignatures } from '../auth/verify-signature.ts';
import type { HttpReply } from '../transports/http-reply.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { createServiceCore } from './service-core.ts';
import type { CoreOptions, ServiceCore } from './service-core.ts';

export interface ServiceOptions extends CoreOptions {
  /** Address that the server listens on. */
  readonly host: string;
  /** What callers of the admin API must show in strict mode. */
  readonly adminToken?: string;
  /** Folder with the built console; without one none is served. */
  readonly consoleFolder?: string;
}

/** What the server adds to an emulator: request log, faults, throttling, latency, clock and admin API. */
export interface Service extends ServiceCore {
  readonly options: ServiceOptions;
  handle(request: HttpRequest): HttpReply | Promise<HttpReply>;
}

export const createService = (options: ServiceOptions): Service => {
  const authentication = options.auth === 'strict' ? { authenticate: verifySignatures() } : {};
  const core = createServiceCore(options, authentication);
  const handle = (request: HttpRequest): HttpReply | Promise<HttpReply> => {
    if (request.url.startsWith('/_alimock')) return admin(request);
    const refusal = options.auth === 'open' ? refuseForeignPage(request) : undefined;
    if (refusal !== undefined) return refusal;
    if (asksForPage(request)) return toConsole;
    return core.answer(request);
  };
  // The pace is an accessor, which a copy would freeze.
  const service: Service = Object.assign(core, { options, handle });
  const admin = createAdmin(service);
  return service;
};
