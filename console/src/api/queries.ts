import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { AdminApiError } from './backend.ts';
import type { Backend } from './backend.ts';
import type {
  Clock,
  Fault,
  Health,
  Overview,
  QuotaList,
  RequestDetail,
  RequestList,
  ResourceDetail,
  ResourceLine,
  ResourceList,
} from './types.ts';

export const BackendContext = createContext<Backend | null>(null);

export const useBackend = (): Backend => {
  const backend = useContext(BackendContext);
  if (backend === null) throw new Error('there is no backend around this component');
  return backend;
};

/** What an event may make stale; the first part of each query's key. */
export type Topic = 'state' | 'calls' | 'control';

/**
 * Has what is shown asked for anew. A first answer that is still on its way may be older than the change, and react-query
 * takes it for the new one: that is asked for once more when it has come.
 * @param topic all of them where none is named
 */
export const refresh = async (client: QueryClient, topic?: Topic): Promise<void> => {
  const wanted = topic === undefined ? {} : { queryKey: [topic] };
  const onTheirWay = client
    .getQueryCache()
    .findAll({ ...wanted, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  await client.invalidateQueries(wanted);
  await Promise.all(onTheirWay.map(({ queryKey }) => client.invalidateQueries({ queryKey, exact: true })));
};

const useAdmin = <T>(
  topic: Topic,
  path: string,
  { isEnabled = true }: { isEnabled?: boolean } = {},
): UseQueryResult<T> => {
  const backend = useBackend();
  return useQuery({
    queryKey: [topic, path],
    queryFn: async () => (await backend.ask('GET', path)) as T,
    enabled: isEnabled,
    refetchInterval: ({ state }) => (hasNoAnswer(state.error) ? askAgainMilliseconds : false),
  });
};

/** Where nobody answers, it is asked again: the server, or the page, may come back. */
const askAgainMilliseconds = 2000;

const hasNoAnswer = (error: unknown): boolean => error instanceof AdminApiError && error.status === 0;

const withQuery = (path: string, parameters: Readonly<Record<string, string>>): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** Account and region that are looked at; empty for all. */
export interface Scope {
  readonly accountId: string;
  readonly regionId: string;
}

export const useHealth = () => useAdmin<Health>('control', '/health');
export const useOverview = () => useAdmin<Overview>('state', '/overview');
export const useClock = () => useAdmin<Clock>('control', '/clock');
export const useFaults = () => useAdmin<{ faults: Fault[] }>('control', '/faults');
export const useQuotas = (accountId: string) =>
  useAdmin<QuotaList>('state', withQuery('/quotas', { accountId }), { isEnabled: accountId !== '' });
export const useRequests = (accountId: string, limit: number) =>
  useAdmin<RequestList>('calls', withQuery('/requests', { accountId, limit: String(limit) }));
export const useRequest = (sequence: string) =>
  useAdmin<RequestDetail>('calls', `/requests/${sequence}`, { isEnabled: sequence !== '' });
export const useResource = (kind: string, id: string) =>
  useAdmin<ResourceDetail>('state', withQuery('/resource', { kind, id }), { isEnabled: id !== '' });

const pageSize = 20_000;

export interface Resources {
  readonly columns: readonly string[];
  readonly resources: readonly ResourceLine[];
}

/** All resources of a kind, however many pages they are. */
export const useResources = (kind: string, { accountId, regionId }: Scope): UseQueryResult<Resources> => {
  const backend = useBackend();
  return useQuery({
    queryKey: ['state', 'resources', kind, accountId, regionId],
    queryFn: async () => {
      const resources: ResourceLine[] = [];
      for (;;) {
        const offset = String(resources.length);
        const path = withQuery('/resources', { kind, accountId, regionId, offset, limit: String(pageSize) });
        const page = (await backend.ask('GET', path)) as ResourceList;
        resources.push(...page.resources);
        if (page.resources.length === 0 || resources.length >= page.total) {
          return { columns: page.columns, resources };
        }
      }
    },
  });
};

export interface Change {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** Changes something; all that is shown is asked for anew afterwards. */
export const useChange = <T = unknown>(): UseMutationResult<T, Error, Change> => {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ method, path, body }: Change) => (await backend.ask(method, path, body)) as T,
    onSettled: () => refresh(client),
  });
};
