/** alimock/msw: the emulator as handlers for msw's setupServer. */
import { http } from 'msw/core/http';
import type { RequestHandler } from 'msw';
import { answerFetch } from './fetch.ts';
import type { Answerer } from './fetch.ts';

/** Hosts of the APIs that the emulator serves, global and regional, public and inside a VPC. */
const apiHosts =
  /^https?:\/\/(?:(?:[a-z0-9-]+\.)?oss|ecs|vpc|sts|location|location-readonly|ram|kms|resourcemanager)(?:-vpc)?(?:[.-][a-z0-9-]+)*\.aliyuncs\.com(?::\d+)?(?:\/|\?|$)/;

/**
 * Handlers that answer every call to ECS, VPC, STS, RAM, KMS, OSS and Resource Manager from the emulator. There is one handler that
 * dispatches on the action, since msw tries handlers one after the other (design decision 2).
 * @param emulator made by createEmulator()
 * @param options.endpoint further URLs to answer, e.g. a private endpoint, as msw's path or expression
 * @example setupServer(...handlers(createEmulator())).listen()
 */
export const handlers = (
  emulator: Answerer,
  options: { endpoint?: string | RegExp } = {},
): RequestHandler[] => {
  const resolver = ({ request }: { request: Request }): Promise<Response> => answerFetch(emulator, request);
  const paths = options.endpoint === undefined ? [apiHosts] : [apiHosts, options.endpoint];
  return paths.map((path) => http.all(path, resolver));
};
