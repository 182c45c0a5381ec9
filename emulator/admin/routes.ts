import { readSnapshot, UnusableStateError } from '../server/read-snapshot.ts';
import type { Service } from '../server/service.ts';
import { AdminError } from './admin-error.ts';

/** One call of the admin API, its query and JSON body read. */
export interface AdminCall {
  readonly query: URLSearchParams;
  /** Undefined where there is no body. */
  readonly body: unknown;
  /** What stands for {id} in the path. */
  readonly id: string;
}

/** Answers with what becomes the JSON body. @throws AdminError */
export type Route = (service: Service, call: AdminCall) => unknown;

const schemas = () => import('./schemas.ts');

interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const read = <T>(schema: Schema<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  );
  throw new AdminError(400, 'InvalidBody', issues.join('; '));
};

const clockOf = ({ clock, pace }: Service): unknown => ({
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
  'DELETE /requests': ({ log }) => {
    log.clear();
    return done;
  },
};
