import type { ServiceCore } from '../server/service-core.ts';
import { AdminError } from './admin-error.ts';
import { routes } from './routes.ts';
import type { Route } from './routes.ts';

/** Everything of the admin API is under it; no call to ECS begins so. */
export const adminPrefix = '/_alimock';

/**
 * Carries out one call of the admin API, however it came.
 * @param target path behind the prefix, with its query
 * @param readBody called once the path is known
 * @throws AdminError
 */
export const callRoute = async (
  service: ServiceCore,
  method: string,
  target: string,
  readBody: () => unknown,
): Promise<unknown> => {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const { route, id } = findRoute(method, path);
  const value = await route(service, { query: new URLSearchParams(query), body: readBody(), id });
  if (method !== 'GET') service.changes.happened();
  return value;
};

const findRoute = (method: string, path: string): { route: Route; id: string } => {
  const general = /^(\/faults|\/requests)\/([\w-]+)$/.exec(path);
  const pattern = general === null ? path : `${general[1] ?? ''}/{id}`;
  const name = `${method} ${pattern}`;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route !== undefined) return { route, id: general?.[2] ?? '' };
  const allowed = Object.keys(routes).filter((other) => other.endsWith(` ${pattern}`));
  if (allowed.length > 0) {
    throw new AdminError(405, 'MethodNotAllowed', `Known here: ${allowed.join(', ')}.`);
  }
  throw new AdminError(
    404,
    'NoSuchPath',
    `There is nothing at ${path === '' ? '/' : path}. See ${adminPrefix}/openapi.json.`,
  );
};
