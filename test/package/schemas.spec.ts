import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { withFamilies } from '../../cli/coverage/families.ts';
import { rulesDocument } from '../../lint/document-rules.ts';
import { publishedSchemas, schemaText } from '../../schemas/generate.ts';
import { alimock, checkout } from '../cli/alimock.ts';

for (const name of Object.keys(publishedSchemas) as (keyof typeof publishedSchemas)[]) {
  test(`schemas/${name} is current (npm run generate)`, () => {
    expect(readFileSync(path.join(checkout, 'schemas', name), 'utf8')).toBe(schemaText(name));
  });
}

test('docs/coverage.md is current (npm run generate)', async () => {
  const { stdout } = await alimock(['coverage']);
  expect(readFileSync(path.join(checkout, 'docs', 'coverage.md'), 'utf8')).toBe(stdout);
});

test('docs/rules.md is current (npm run generate)', () => {
  expect(readFileSync(path.join(checkout, 'docs', 'rules.md'), 'utf8')).toBe(rulesDocument());
});

test('the table of what is emulated in the README is current (npm run generate)', () => {
  const readme = readFileSync(path.join(checkout, 'README.md'), 'utf8');
  expect(withFamilies(readme)).toBe(readme);
});
