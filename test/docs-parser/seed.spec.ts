import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { PageSpec } from '../../docs-parser/index.ts';
import { addressOf } from '../../docs-parser/index.ts';
import { needsSharedData, shared } from '../shared-data.ts';
import { parseFile, textAt } from './read.ts';

const python = shared('seed', 'image_share_permission.python.md');
const hcl = shared('docs', 'r', 'image_share_permission.html.markdown');

/** A spec without what differs between two renderings by nature: the file, places, and findings. */
const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['file', 'position', 'findings', 'examples'].includes(key))
      .map(([key, member]) => [key, withoutPlaces(member)]),
  );
};

/** Blocks by address, with their arguments by name. */
const blocksOf = (page: PageSpec): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    (page.examples[0]?.graph?.blocks ?? []).map((block) => [
      addressOf(block),
      Object.fromEntries(block.arguments.map(({ name, value }) => [name, value])),
    ]),
  );

test.describe('the page that all began with', () => {
  needsSharedData();

  test('both renderings give equal specs', async () => {
    const [a, b] = await Promise.all([parseFile(python), parseFile(hcl)]);
    expect(withoutPlaces(a)).toEqual(withoutPlaces(b));
  });

  test('the examples differ in random_integer, in the variable and in what was edited, and in nothing else', async () => {
    const [a, b] = await Promise.all([parseFile(python), parseFile(hcl)]);
    const [ofPython, ofHcl] = [blocksOf(a), blocksOf(b)];
    delete ofHcl['random_integer.default'];
    const literal = (value: string) => ({ kind: 'literal', value });
    const variable = (name: string) => ({ kind: 'reference', root: 'var', type: null, name, path: [] });
    // The converter renders an edited page: another expression, and a name without the random number.
    expect(ofPython['data.alicloud_images.default']?.['name_regex']).toEqual(
      literal('^ubuntu_[0-9]+_[0-9]+_x64*'),
    );
    expect(ofHcl['data.alicloud_images.default']?.['name_regex']).toEqual(literal('^ubuntu_18.*64'));
    expect(ofPython['alicloud_image.default']?.['image_name']).toEqual(literal('terraform-example'));
    expect(ofHcl['alicloud_image.default']?.['image_name']).toMatchObject({ kind: 'template' });
    const share = 'alicloud_image_share_permission.default';
    expect(ofPython[share]?.['account_id']).toEqual(variable('account_id'));
    expect(ofHcl[share]?.['account_id']).toEqual(variable('another_uid'));
    for (const blocks of [ofPython, ofHcl]) {
      delete blocks['data.alicloud_images.default']?.['name_regex'];
      delete blocks['alicloud_image.default']?.['image_name'];
      delete blocks[share]?.['account_id'];
    }
    expect(Object.keys(ofPython)).toHaveLength(9);
    expect(ofPython).toEqual(ofHcl);
    const defaults = [a, b].map((page) =>
      page.examples[0]?.graph?.variables.map(({ default: value }) => value),
    );
    expect(defaults).toEqual([[literal('123456789')], [literal('123456789')]]);
  });

  test('every part of the seed is read, and stands where the spec says', async () => {
    const page = await parseFile(python);
    const source = readFileSync(python, 'utf8');
    expect(page).toMatchObject({
      name: 'alicloud_image_share_permission',
      kind: 'resource',
      subcategory: 'ECS',
      availableSince: { version: '1.68.0', position: { line: 22 } },
      id: { template: '<image_id>:<account_id>', parts: ['image_id', 'account_id'], separator: ':' },
      import: {
        address: 'alicloud_image_share_permission.default',
        parts: ['m-uf66yg1q', '123456789'],
        position: { line: 128 },
      },
    });
    expect(page.arguments.map(({ name, flags }) => [name, flags.required, flags.forceNew])).toEqual([
      ['image_id', true, true],
      ['account_id', true, true],
    ]);
    for (const { text, position } of page.description) expect(textAt(source, position)).toBe(text);
    for (const { position } of page.notes)
      expect(textAt(source, position)).toMatch(/^-> \*\*NOTE:\*\* .*\.$/);
    expect(textAt(source, page.import?.position ?? page.position)).toBe(page.import?.command);
    for (const block of page.examples[0]?.graph?.blocks ?? []) {
      expect(textAt(source, block.position)).toContain('self, "default');
    }
  });

  test('the findings are the faults that the seed has, on their lines', async () => {
    const found = (page: PageSpec): [string, number][] =>
      page.findings.map(({ rule, position }) => [rule, position.line]);
    expect(found(await parseFile(python))).toEqual([
      ['generated-marker', 11],
      ['example-syntax-error', 31],
      ['heading-misspelt', 117],
      ['indented-line', 119],
      ['generated-marker', 131],
    ]);
    expect(found(await parseFile(hcl))).toEqual([
      ['heading-misspelt', 98],
      ['indented-line', 100],
    ]);
  });
});
