import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readFlatYaml } from '../../docs-parser/text/flat-yaml.ts';

test('the usual front matter is read without the YAML parser', () => {
  const text = [
    'subcategory: "ECS"',
    "layout: 'alicloud'",
    'sidebar_current: docs-alicloud-resource-thing',
    'description: |-',
    '  Makes: a "thing".',
  ].join('\n');
  expect(readFlatYaml(text)).toEqual(parse(text));
});

for (const text of [
  'a: [b]',
  'a: 1',
  'a: true',
  'a: b # c',
  'a: "b\\n"',
  'a:\n  b: c',
  'a: b\na: c',
  'a: |-\n  b\n\n  c',
  '- a',
])
  test(`left to the YAML parser: ${JSON.stringify(text)}`, () => {
    expect(readFlatYaml(text)).toBeUndefined();
  });

test('whatever it reads, the YAML parser reads the same', () => {
  const piece = fc.constantFrom(
    'a',
    'b-c',
    ': ',
    ' ',
    '\n',
    '  ',
    '"',
    "'",
    '|-',
    '|',
    '#',
    'no',
    '1',
    '.',
    '-',
    '(x)',
    '\t',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
      (text) => {
        const flat = readFlatYaml(text);
        if (flat !== undefined) expect({ ...flat }).toEqual(parse(text, { logLevel: 'silent' }) ?? {});
      },
    ),
    { numRuns: 2000 },
  );
});
