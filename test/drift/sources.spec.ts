/** The sources that are no page and no schema: bindings, API models, observations. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openSource, pageSurface } from '../../drift/index.ts';
import type { Drift } from '../../drift/index.ts';
import { resourceActions } from '../../drift/sdk/resource-actions.ts';
import { observedDrift } from '../../drift/sources/observed.ts';
import { PagePlaces } from '../../drift/sources/page.ts';
import { bindingFor } from '../../scenarios/bindings/index.ts';
import { products } from '../../emulator/wire/products.ts';
import type { Result } from '../../scenarios/result.ts';
import { lineOf, read } from './planted.ts';

const sharePage = (argument: string): string => `# alicloud_image_share_permission

Shares an image.

## Argument Reference

* \`image_id\` - (Required, ForceNew) The image.
* \`account_id\` - (Required, ForceNew) The account.
${argument}
## Attributes Reference

* \`id\` - The id. It formats as \`<image_id>:<account_id>\`.
`;

const against = async (name: string, source: string): Promise<readonly Drift[]> => {
  const page = await read(source, 'docs/r/image_share_permission.html.markdown');
  const opened = await openSource(name);
  try {
    return await opened.compare({ surface: pageSurface(page), page });
  } finally {
    await opened.close();
  }
};

test.describe('sdk', () => {
  test('a page that agrees with binding and API has no drift', async () => {
    const found = await against('sdk', sharePage(''));
    // The API answers it, and the provider does not export it.
    expect(found.map(({ kind, detail, severity }) => [kind, detail, severity])).toEqual([
      ['api-field', 'ShareGroups', 'info'],
    ]);
  });

  test('an argument without a parameter, and a field without an attribute', async () => {
    const source = sharePage('* `colour` - (Optional) The colour.\n');
    const found = await against('sdk', source);
    expect(found.map(({ kind, path: where, from }) => [kind, where, from.place.position?.line])).toEqual([
      ['documented-only', 'colour', lineOf(source, '`colour`')],
      ['api-parameter', 'colour', lineOf(source, '`colour`')],
      ['api-field', null, 1],
    ]);
  });

  test('of blocks that are not ForceNew as a whole, nothing is said: their members may be', async () => {
    const instance = `# alicloud_instance

An instance.

## Argument Reference

* \`data_disks\` - (Optional, ForceNew) The disks.
* \`instance_name\` - (Optional, ForceNew) The name.
`;
    const page = await read(instance, 'docs/r/instance.html.markdown');
    const found = await (await openSource('sdk')).compare({ surface: pageSurface(page), page });
    expect(found.filter(({ kind }) => kind === 'force-new').map(({ path: where }) => where)).toEqual([
      'instance_name',
    ]);
  });

  test('ForceNew that the binding does not have, and the other way round', async () => {
    const source = sharePage('').replace('`account_id` - (Required, ForceNew)', '`account_id` - (Required)');
    const [found, ...more] = await against('sdk', source);
    expect(found).toMatchObject({ kind: 'force-new', path: 'account_id', severity: 'error' });
    expect(more.map(({ kind }) => kind)).toEqual(['api-field']);
  });

  test('values that the API does not take, another default, another type', async () => {
    const page = await read(
      `# alicloud_instance\n\n## Argument Reference\n\n* \`period_unit\` - (Optional) Default value: \`Week\`.\n* \`credit_specification\` - (Optional, Bool) The burst. Valid values: \`Standard\`, \`Endless\`.\n`,
      'docs/r/instance.html.markdown',
    );
    const found = await (await openSource('sdk')).compare({ surface: pageSurface(page), page });
    const about = (name: string): string[] =>
      found.filter((drift) => drift.path === name).map(({ kind }) => kind);
    expect(about('period_unit')).toEqual(['default']);
    // Once of the binding, which is the provider's own check, and once of the API behind it.
    expect(about('credit_specification').sort()).toEqual(['type', 'valid-values', 'valid-values']);
  });

  test('the actions are those that the bindings call, and their parameters are there', () => {
    const folder = path.join(import.meta.dirname, '../../scenarios/bindings');
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('\n');
    for (const [subject, { product, write, read: response }] of Object.entries(resourceActions)) {
      const [kind = '', type = ''] = subject.split(':');
      // One type is known to drift and has no binding yet.
      const isBound = bindingFor(kind === 'resource' ? 'resource' : 'data', type) !== undefined;
      for (const action of [...write, ...(response === null ? [] : [response.action])]) {
        if (isBound) expect(code, `${subject}: no binding calls ${action}`).toContain(`'${action}'`);
        expect(products.find(({ name }) => name === product)?.shapesOf(action), action).toBeDefined();
      }
    }
  });
});

test.describe('emulator', () => {
  test('a promise that is not kept is drift on its line, with what was seen', async () => {
    const source = readFileSync(
      new URL('../../examples/image_share_permission.python.md', import.meta.url),
      'utf8',
    );
    expect(await against('emulator', source)).toEqual([]);
    const wrong = source.replace('`<image_id>:<account_id>`', '`<account_id>:<image_id>`');
    expect(wrong).not.toBe(source);
    const found = await against('emulator', wrong);
    expect(found.map(({ kind, from }) => [kind, from.place.position?.line])).toEqual([
      ['id-format', lineOf(wrong, '`<account_id>:<image_id>`')],
    ]);
    expect(found[0]?.command).toContain('alimock check');
  });

  const result = (parts: Partial<Result>): Result => ({
    scenario: 'alicloud_tank/argument/size/update',
    kind: 'update',
    title: 'a change of `size` is made in place',
    trust: 'documented',
    page: { file: 'x', position: { line: 7, column: 1, endLine: 7, endColumn: 9 } },
    driver: 'terraform',
    verdict: 'failed',
    reason: null,
    failure: {
      step: 2,
      doing: 'update',
      expected: 'updated in place',
      observed: 'replaced by a new resource',
      calls: [],
      blame: null,
    },
    durationMs: 1,
    ...parts,
  });
  const observed = async (results: Result[]): Promise<Drift[]> => {
    const page = await read(sharePage(''));
    const surface = pageSurface(page);
    return observedDrift(
      { file: 'x', name: surface.name, results },
      surface,
      new PagePlaces(page),
      'terraform',
    );
  };

  test('a replacement that was seen and is not documented is ForceNew', async () => {
    expect(await observed([result({})])).toMatchObject([
      {
        kind: 'force-new',
        path: 'size',
        severity: 'error',
        against: { source: 'the emulator (driver terraform)' },
      },
    ]);
  });

  test('what passed, was not checked, or is not emulated is no drift', async () => {
    const call = {
      action: 'CreateTank',
      account: '1',
      parameters: {},
      status: 501,
      code: 'alimock.NotImplemented',
      message: null,
    };
    const failure = {
      step: 1,
      doing: 'create',
      expected: 'succeeded',
      observed: 'refused',
      calls: [call],
      blame: null,
    };
    expect(
      await observed([
        result({ verdict: 'passed', failure: null }),
        result({ verdict: 'not-checked', failure: null, reason: 'no second value' }),
        result({ failure }),
      ]),
    ).toEqual([]);
  });
});
