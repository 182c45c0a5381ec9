import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { changeEvent } from '../../../emulator/admin/event-stream.ts';
import { routes } from '../../../emulator/admin/routes.ts';
import { expect, test } from './admin-client.ts';

interface Media {
  readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
}

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Record<string, Media>; requestBody?: Media }>>>
  >;
}

test('every route is described, and nothing else', async ({ admin }) => {
  const { paths } = (await admin('GET', '/openapi.json')).body as Description;
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...described, 'GET /openapi.json'].sort()).toEqual(Object.keys(routes).sort());
});

test('replies, refusals and bodies are as described', async ({ admin, as, service }) => {
  const { body: description } = await admin('GET', '/openapi.json');
  const { paths } = description as Description;
  // "identifier" and the like are OpenAPI's own words.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(description as object, 'api');
  const check = (media: Media | undefined, value: unknown): void => {
    const validate = ajv.getSchema(`api${Object.values(media?.content ?? {})[0]?.schema.$ref ?? ''}`);
    expect(validate, JSON.stringify(media)).toBeDefined();
    expect(validate?.(value), JSON.stringify(validate?.errors)).toBe(true);
  };
  await as('a').call('CreateVpc', {}, 'Vpc');
  const { body: state } = await admin('GET', '/state');
  const accountId = await as('a').id();
  const { id } = (state as { tables: { vpcs: { id: string }[] } }).tables.vpcs[0] ?? { id: '' };
  const call = { version: '2014-05-26', action: 'DescribeRegions', accountId };
  const calls: readonly (readonly [string, string, string, unknown?])[] = [
    ['get', '/health', '/health'],
    ['get', '/state', '/state'],
    ['put', '/state', '/state', state],
    ['get', '/clock', '/clock'],
    ['post', '/clock', '/clock', { advanceMilliseconds: 1, pace: 'immediate' }],
    ['post', '/quotas', '/quotas', { accountId, quotas: { vpcsPerRegion: 3 } }],
    ['post', '/faults', '/faults', { action: 'X', error: { code: 'Y' } }],
    ['get', '/faults', '/faults'],
    ['delete', '/faults/{id}', '/faults/fault-1'],
    ['delete', '/faults', '/faults'],
    ['get', '/requests', '/requests'],
    ['get', '/requests/{id}', '/requests/1'],
    ['get', '/quotas', `/quotas?accountId=${accountId}`],
    ['get', '/overview', '/overview'],
    ['get', '/resources', '/resources?kind=vpcs&limit=1'],
    ['get', '/resource', `/resource?kind=vpcs&id=${id}`],
    ['post', '/deletion-previews', '/deletion-previews', { kind: 'vpcs', id }],
    ['post', '/calls', '/calls', call],
    ['delete', '/requests', '/requests'],
    ['post', '/reset', '/reset', {}],
  ];
  // openapi.json is no resource of the API, and /events is looked at below.
  expect(calls.length).toBe(Object.keys(routes).length - 2);
  for (const [method, pattern, path, body] of calls) {
    const operation = paths[pattern]?.[method];
    if (body !== undefined) check(operation?.requestBody, body);
    const reply = await admin(method.toUpperCase(), path, body);
    expect(reply.status).toBe(200);
    check(operation?.responses['200'], reply.body);
  }
  check(paths['/events']?.['get']?.responses['200'], changeEvent(service));
  check(paths['/clock']?.['post']?.responses['default'], (await admin('POST', '/clock', { x: 1 })).body);
});
