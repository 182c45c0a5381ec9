import { asCall, consoleKeyId, previewDeletion } from '../inspect/deletion.ts';
import { kindOf } from '../inspect/kinds.ts';
import type { ServiceCore } from '../server/service-core.ts';
import { AdminError } from './admin-error.ts';
import { read, schemas } from './read-body.ts';
import type { Route } from './routes.ts';

/** What people look at and do in the console. */
export const inspectionRoutes: Readonly<Record<string, Route>> = {
  'GET /overview': (service) => {
    const { inspector } = service;
    const regions = inspector.regions();
    return { accounts: accountsOf(service, regions), regions, kinds: inspector.kinds() };
  },
  'GET /resources': async ({ inspector }, { query }) => {
    const filter = read((await schemas()).resourceQuery, Object.fromEntries(query));
    const page = inspector.list(filter);
    if (page === undefined) throw new AdminError(404, 'NoSuchKind', `There is no kind ${filter.kind}.`);
    return { kind: filter.kind, columns: kindOf(filter.kind)?.columns ?? [], ...page };
  },
  'GET /resource': async ({ inspector }, { query }) => {
    const { kind, id } = read((await schemas()).detailQuery, Object.fromEntries(query));
    const detail = inspector.detail(kind, id);
    if (detail === undefined) throw new AdminError(404, 'NoSuchResource', `There is no ${id} among ${kind}.`);
    return detail;
  },
  'POST /deletion-previews': async ({ emulator }, { body }) => {
    const { kind, id, force } = read((await schemas()).deletionRequest, body);
    const preview = previewDeletion(emulator, kind, id, force);
    if (preview === undefined) {
      throw new AdminError(404, 'NotDeletable', `There is no ${id} among ${kind} that could be deleted.`);
    }
    return preview;
  },
  'POST /calls': async ({ emulator }, { body }) => {
    const call = read((await schemas()).callRequest, body);
    const { status, body: reply } = emulator.dispatch(asCall(call), call.accountId);
    return { status, body: reply };
  },
};

/** Declared accounts, those that have something, and those that called; each with its keys. */
const accountsOf = (
  { options, log }: ServiceCore,
  regions: readonly { readonly accountId: string }[],
): { id: string; accessKeyIds: string[] }[] => {
  const keys = new Map<string, Set<string>>();
  const add = (accountId: string, key?: string): void => {
    if (accountId === '') return;
    const known = keys.get(accountId) ?? new Set();
    keys.set(accountId, known);
    if (key !== undefined && key !== '' && key !== consoleKeyId) known.add(key);
  };
  for (const { id, accessKeyId } of options.accounts ?? []) add(id, accessKeyId);
  for (const { accountId } of regions) add(accountId);
  for (const { accountId, accessKeyId } of log.list()) add(accountId, accessKeyId);
  return [...keys].map(([id, accessKeyIds]) => ({ id, accessKeyIds: [...accessKeyIds].slice(0, 5) }));
};
