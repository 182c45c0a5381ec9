import * as z from 'zod';
import { adminPrefix } from './router.ts';
import * as schemas from './schemas.ts';

const schemaOf = (name: keyof typeof schemas, io: 'input' | 'output'): unknown => ({
  ...z.toJSONSchema(schemas[name], { io }),
  $schema: undefined,
});

const content = (name: keyof typeof schemas, io: 'input' | 'output') => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}${io === 'input' ? 'Input' : ''}` } },
});

interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly reply: keyof typeof schemas;
  readonly body?: keyof typeof schemas;
  readonly parameters?: readonly unknown[];
  /** The reply goes on as server-sent events, each with this as its data. */
  readonly isStream?: true;
}

const query = (name: string, description: string, schema: unknown, required = false): unknown => ({
  name,
  in: 'query',
  description,
  schema,
  ...(required ? { required } : {}),
});

const text = { type: 'string' };
const pathId = { name: 'id', in: 'path', required: true, schema: text };
const kindName = query('kind', 'Name of a kind, as the overview lists them.', text, true);

const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/health': {
    get: { id: 'getHealth', summary: 'Whether the server is up; needs no token', reply: 'health' },
  },
  '/reset': {
    post: { id: 'reset', summary: 'Forget everything, or one account', reply: 'done', body: 'resetRequest' },
  },
  '/state': {
    get: { id: 'exportState', summary: 'The whole state', reply: 'state' },
    put: {
      id: 'importState',
      summary: 'Put a state in place of the current one',
      reply: 'done',
      body: 'state',
    },
  },
  '/clock': {
    get: { id: 'getClock', summary: 'The emulator’s time and pace', reply: 'clock' },
    post: {
      id: 'changeClock',
      summary: 'Set the clock forward, or the pace',
      reply: 'clock',
      body: 'clockChange',
    },
  },
  '/quotas': {
    get: {
      id: 'listQuotas',
      summary: 'Limits of an account',
      reply: 'quotaList',
      parameters: [query('accountId', 'The account.', text, true)],
    },
    post: { id: 'setQuotas', summary: 'Set limits of an account', reply: 'done', body: 'quotaRequest' },
  },
  '/faults': {
    get: { id: 'listFaults', summary: 'Faults that are to come', reply: 'faultList' },
    post: {
      id: 'addFault',
      summary: 'Have calls fail, wait, or lose their connection',
      reply: 'fault',
      body: 'faultRequest',
    },
    delete: { id: 'clearFaults', summary: 'Take all faults back', reply: 'done' },
  },
  '/faults/{id}': {
    delete: { id: 'removeFault', summary: 'Take one fault back', reply: 'done', parameters: [pathId] },
  },
  '/requests': {
    get: {
      id: 'listRequests',
      summary: 'The last calls with their answers',
      reply: 'requestList',
      parameters: [
        query('limit', 'Most calls to list.', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
        query('action', 'Only calls of this action.', { type: 'string' }),
        query('accountId', 'Only calls of this account.', { type: 'string' }),
      ],
    },
    delete: { id: 'clearRequests', summary: 'Forget the calls', reply: 'done' },
  },
  '/requests/{id}': {
    get: {
      id: 'getRequest',
      summary: 'A call, by its sequence number, with its reply',
      reply: 'requestDetail',
      parameters: [pathId],
    },
  },
  '/overview': {
    get: { id: 'getOverview', summary: 'Accounts, regions and kinds, with counts', reply: 'overview' },
  },
  '/resources': {
    get: {
      id: 'listResources',
      summary: 'Resources of one kind, by pages',
      reply: 'resourceList',
      parameters: [
        kindName,
        query('accountId', 'Only those of this account.', text),
        query('regionId', 'Only those of this region.', text),
        query('offset', 'How many to leave out.', { type: 'integer', minimum: 0, default: 0 }),
        query('limit', 'Most to list.', { type: 'integer', minimum: 1, maximum: 20_000, default: 1000 }),
      ],
    },
  },
  '/resource': {
    get: {
      id: 'getResource',
      summary: 'A resource with its links both ways',
      reply: 'resourceDetail',
      parameters: [kindName, query('id', 'Its id.', text, true)],
    },
  },
  '/deletion-previews': {
    post: {
      id: 'previewDeletion',
      summary: 'What deleting a resource would come to; nothing is changed',
      reply: 'deletionPreview',
      body: 'deletionRequest',
    },
  },
  '/calls': {
    post: {
      id: 'call',
      summary: 'Make an API call for an account',
      reply: 'callReply',
      body: 'callRequest',
    },
  },
  '/events': {
    get: {
      id: 'watch',
      summary: 'Tells where things stand, and again when something was changed (server-sent events)',
      reply: 'changeEvent',
      isStream: true,
    },
  },
};

const describe = ({ id, summary, reply, body, parameters, isStream }: Operation): unknown => ({
  operationId: id,
  summary,
  ...(parameters === undefined ? {} : { parameters }),
  ...(body === undefined ? {} : { requestBody: { content: content(body, 'input') } }),
  responses: {
    200:
      isStream === true
        ? {
            description: 'Events named "change"; the data of each is JSON.',
            content: { 'text/event-stream': content(reply, 'output')['application/json'] },
          }
        : { description: 'Done.', content: content(reply, 'output') },
    default: { description: 'Refused; the message says why.', content: content('error', 'output') },
  },
});

const bodies = Object.values(operations)
  .flatMap((methods) => Object.values(methods))
  .flatMap(({ body }) => (body === undefined ? [] : [body]));

const replies = Object.values(operations)
  .flatMap((methods) => Object.values(methods))
  .map(({ reply }) => reply);

const schemasOf = (
  names: readonly (keyof typeof schemas)[],
  io: 'input' | 'output',
  suffix: string,
): Record<string, unknown> =>
  Object.fromEntries(names.map((name): [string, unknown] => [`${name}${suffix}`, schemaOf(name, io)]));

/** The OpenAPI 3.1 description of the admin API. schemas/admin-api.json is the same, committed. */
export const adminOpenApi = (): unknown => ({
  openapi: '3.1.0',
  info: {
    title: 'alimock admin API',
    version: '1',
    description:
      'Control of a running `alimock serve`. Calls from pages of other sites are refused; with `--auth strict` the token that is printed at the start is wanted.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: adminPrefix }],
  security: [{}, { token: [] }],
  paths: Object.fromEntries(
    Object.entries(operations).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describe(operation)])),
    ]),
  ),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      ...schemasOf([...replies, 'error'], 'output', ''),
      ...schemasOf(bodies, 'input', 'Input'),
    },
  },
});
