/** Issue 6: the seed page against its HCL rendering. Exactly the differences that exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { compareVersions } from '../../drift/index.ts';
import { needsSharedData, shared } from '../shared-data.ts';
import { lineOf, read } from './planted.ts';

test.describe('the seed page against the HCL page', () => {
  needsSharedData();

  test('rendering, random_integer and what refers to it, the variable, the image filter; nothing else', async () => {
    const seed = readFileSync(shared('seed', 'image_share_permission.python.md'), 'utf8');
    const hcl = readFileSync(shared('docs', 'r', 'image_share_permission.html.markdown'), 'utf8');
    const found = compareVersions(await read(seed), await read(hcl), 'the other page');
    const at = found.map((drift) => ({
      kind: drift.kind,
      here: drift.from.states ? drift.from.place.position?.line : null,
      there: drift.against.states ? drift.against.place.position?.line : null,
    }));
    expect(at).toEqual([
      {
        kind: 'example',
        here: lineOf(seed, 'TerraformVariable(self'),
        there: lineOf(hcl, 'variable "another_uid"'),
      },
      { kind: 'example', here: lineOf(seed, 'name_regex='), there: lineOf(hcl, 'name_regex') },
      { kind: 'example', here: lineOf(seed, 'image_name='), there: lineOf(hcl, 'image_name  =') },
      { kind: 'example', here: null, there: lineOf(hcl, '"random_integer" "default"') },
      { kind: 'rendering', here: lineOf(seed, 'Please do not edit'), there: null },
      { kind: 'rendering', here: lineOf(seed, 'import ...gen'), there: null },
      { kind: 'rendering', here: lineOf(seed, 'cache-key'), there: null },
    ]);
  });
});
