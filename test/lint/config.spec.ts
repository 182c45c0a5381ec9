import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { lintRules } from '../../lint/catalogue.ts';
import { configOf, findConfig, readConfig } from '../../lint/config-file.ts';
import { configJsonSchema } from '../../lint/config.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-config-'));

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

const rule = (id: string) => {
  const found = lintRules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
};

test('the nearest file above counts', () => {
  const outer = write('a/alimock.config.json', '{}');
  mkdirSync(path.join(folder, 'a/b/c'), { recursive: true });
  expect(findConfig(path.join(folder, 'a/b/c'))).toBe(outer);
  const inner = write('a/b/alimock.config.yaml', '');
  expect(findConfig(path.join(folder, 'a/b/c'))).toBe(inner);
});

for (const [name, text] of [
  [
    'whole/alimock.config.yaml',
    'lint:\n  rules:\n    flags-missing: error\n    heading-unknown: off\n  ignore: ["docs/old/**"]\n  complete: true\n  overrides:\n    - files: ["docs/d/*"]\n      rules:\n        flags-missing: info\n',
  ],
  [
    'whole/alimock.config.json',
    '{"lint":{"rules":{"flags-missing":"error","heading-unknown":"off"},"ignore":["docs/old/**"],"complete":true,"overrides":[{"files":["docs/d/*"],"rules":{"flags-missing":"info"}}]}}',
  ],
] as const) {
  test(`severities, ignored pages and overrides, relative to the file: ${path.extname(name)}`, async () => {
    const config = await readConfig(write(name, text));
    const page = (file: string): string => path.join(folder, 'whole', file);
    expect(config.severityOf(rule('flags-missing'), page('docs/r/a.md'))).toBe('error');
    expect(config.severityOf(rule('flags-missing'), page('docs/d/a.md'))).toBe('info');
    expect(config.severityOf(rule('heading-unknown'), page('docs/d/a.md'))).toBe('off');
    expect(config.severityOf(rule('page-empty'), page('docs/r/a.md'))).toBe('error');
    expect(config.isIgnored(page('docs/old/x/a.md'))).toBe(true);
    expect(config.isIgnored(page('docs/r/a.md'))).toBe(false);
    expect(config.isComplete).toBe(true);
  });
}

test('without a configuration the catalogue says how severe a rule is', () => {
  const config = configOf({}, folder);
  for (const one of lintRules) expect(config.severityOf(one, 'a.md')).toBe(one.severity);
  expect(config.isIgnored('a.md')).toBe(false);
});

const mistakes: readonly (readonly [text: string, says: RegExp])[] = [
  [
    'lint:\n  rules:\n    flag-missing: off\n',
    /:3:\d+ lint\.rules: there is no rule flag-missing\. Is flags-missing meant\?/,
  ],
  ['lint:\n  rules:\n    flags-missing: loud\n', /:3:20 lint\.rules\.flags-missing: .*"off"/],
  ['lint:\n  rulez: {}\n', /:2:\d+ lint: there is no setting rulez/],
  ['lint: [\n', /:\d+:\d+ is no valid YAML or JSON/],
  ['lint:\n  ignore: docs\n', /:2:11 lint\.ignore: .*array/],
];

for (const [text, says] of mistakes) {
  test(`a mistake is told with file and line: ${JSON.stringify(text)}`, async () => {
    await expect(readConfig(write('wrong.yaml', text))).rejects.toThrow(says);
  });
}

test('a missing file is told', async () => {
  await expect(readConfig(path.join(folder, 'none.yaml'))).rejects.toThrow(/Cannot read .*none\.yaml/);
});

test('the published schema takes what is right, and refuses what is not', () => {
  const validate = new Ajv2020({ strict: false }).compile(configJsonSchema());
  expect(validate({ lint: { rules: { 'flags-missing': 'off' } } })).toBe(true);
  expect(validate({ lint: { rules: { 'flag-missing': 'off' } } })).toBe(false);
  expect(validate({ lint: { complete: 'yes' } })).toBe(false);
});
