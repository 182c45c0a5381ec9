import { readSnapshot, UnusableStateError } from '../server/read-snapshot.ts';
import type { ServiceCore } from '../server/service-core.ts';
import { AdminError } from './admin-error.ts';
import { EventStream } from './event-stream.ts';
import { inspectionRoutes } from './inspection-routes.ts';
import { read, schemas } from './read-body.ts';

/** One call of the admin API, its query and JSON body read. */
export interface AdminCall {
  readonly query: URLSearchParams;
  /** Undefined where there is no body. */
  readonly body: unknown;
  /** What stands for {id} in the path. */
  readonly id: string;
}

/** Answers with what becomes the JSON body. @throws AdminError */
export type Route = (service: ServiceCore, call: AdminCall) => unknown;

const clockOf = ({ clock, pace }: ServiceCore): unknown => ({
  now: new Date(clock.now()).toISOString(),
  aheadMilliseconds: clock.offset,
  pace,
});

const startedAt = performance.now();
const done = { done: true };

/** "METHOD path" → what it does. The paths stand behind the prefix. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /health': ({ options, log }) => ({
    status: 'ok',
    version: options.version,
    auth: options.auth,
    uptimeMilliseconds: Math.round(performance.now() - startedAt),
    calls: log.total,
  }),
  'GET /openapi.json': async () => (await import('./openapi.ts')).adminOpenApi(),
  'POST /reset': async ({ emulator }, { body }) => {
    emulator.reset(read((await schemas()).resetRequest, body ?? {}).accountId);
    return done;
  },
  'GET /state': ({ emulator }) => emulator.view(),
  'PUT /state': ({ emulator }, { body }) => {
    try {
      emulator.restore(readSnapshot(body));
    } catch (error) {
      if (error instanceof UnusableStateError) {
        throw new AdminError(400, 'InvalidState', `This state cannot be used: ${error.message}.`);
      }
      throw error;
    }
    return done;
  },
  'GET /clock': (service) => clockOf(service),
  'POST /clock': async (service, { body }) => {
    const { advanceMilliseconds = 0, pace } = read((await schemas()).clockChange, body);
    service.clock.advance(advanceMilliseconds);
    if (pace !== undefined) service.pace = pace;
    return clockOf(service);
  },
  'GET /quotas': async ({ inspector }, { query }) => ({
    quotas: inspector.quotas(read((await schemas()).quotaQuery, Object.fromEntries(query)).accountId),
  }),
  'POST /quotas': async ({ emulator }, { body }) => {
    const { accountId, quotas } = read((await schemas()).quotaRequest, body);
    const names = Object.keys(quotas) as (keyof typeof quotas)[];
    for (const name of names) {
      const value = quotas[name];
      if (value !== undefined) emulator.setQuota(accountId, name, value);
    }
    return done;
  },
  'GET /faults': ({ faults }) => ({ faults: faults.list() }),
  'POST /faults': async ({ faults }, { body }) => faults.add(read((await schemas()).faultRequest, body)),
  'DELETE /faults': ({ faults }) => {
    faults.clear();
    return done;
  },
  'DELETE /faults/{id}': ({ faults }, { id }) => {
    if (!faults.remove(id)) throw new AdminError(404, 'NoSuchFault', `There is no fault ${id}.`);
    return done;
  },
  'GET /requests': async ({ log }, { query }) => {
    const { limit, action, accountId } = read((await schemas()).requestQuery, Object.fromEntries(query));
    const requests = log
      .list()
      .filter((entry) => action === undefined || entry.action === action)
      .filter((entry) => accountId === undefined || entry.accountId === accountId)
      .slice(0, limit);
    return { total: log.total, requests };
  },
  'GET /requests/{id}': ({ log }, { id }) => {
    const detail = log.detail(Number(id));
    if (detail === undefined) throw new AdminError(404, 'NoSuchRequest', `Call ${id} is not kept.`);
    return detail;
  },
  'DELETE /requests': ({ log }) => {
    log.clear();
    return done;
  },
  'GET /events': (service) => new EventStream(service),
  ...inspectionRoutes,
};
