import * as z from 'zod';
import { adminPrefix } from './admin.ts';
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
}

const query = (name: string, description: string, schema: unknown): unknown => ({
  name,
  in: 'query',
  description,
  schema,
});

const faultId = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

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
    delete: { id: 'removeFault', summary: 'Take one fault back', reply: 'done', parameters: [faultId] },
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
};

const describe = ({ id, summary, reply, body, parameters }: Operation): unknown => ({
  operationId: id,
  summary,
  ...(parameters === undefined ? {} : { parameters }),
  ...(body === undefined ? {} : { requestBody: { content: content(body, 'input') } }),
  responses: {
    200: { description: 'Done.', content: content(reply, 'output') },
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
