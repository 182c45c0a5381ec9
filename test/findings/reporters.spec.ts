import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser } from 'fast-xml-parser';
import { remark } from 'remark';
import type { Log } from 'sarif';
import { visit } from 'unist-util-visit';
import { findingFormats, formatFindings, reportOf } from '../../findings/index.ts';
import type { Finding, FindingFormat } from '../../findings/index.ts';
import { findingReportJsonSchema } from '../../findings/json-schema.ts';
import { findingWith, flagsMissing } from './finding.ts';

const checkout = path.resolve(import.meta.dirname, '..', '..');

/** Text that would do harm in HTML, XML, Markdown, workflow commands and CSV alike. */
const nasty =
  '<img src=x onerror=alert(1)> & "quotes" `ticks` **bold** | 100% ::error:: @octocat\n```\n</details>';

const nastyFinding = findingWith({
  severity: 'error',
  message: `${nasty} is wrong.`,
  path: 'a.<b>',
  place: {
    file: 'docs/r/a <b>&"c, d:e.markdown',
    position: { line: 4, column: 2, endLine: 6, endColumn: 3 },
    text: nasty,
  },
  other: {
    source: 'provider schema',
    file: 'schema/provider.json',
    position: { line: 12, column: 1, endLine: 12, endColumn: 9 },
    text: '{"type":"string"}\u0001',
  },
  suggestion: 'Write (Optional).',
  command: "alimock drift 'docs/r/*.markdown' --against schema:schema.json",
});

const print = (
  format: FindingFormat,
  findings: readonly Finding[],
  { files = ['docs/r/disk.html.markdown'], hasColors = false } = {},
): string =>
  formatFindings(
    format,
    reportOf({
      tool: 'drift',
      pages: files.map((file) => ({ file, type: 'alicloud_disk' })),
      catalogue: [flagsMissing],
      findings,
    }),
    { sources: new Map(), hasColors, version: '1.2.3' },
  );

const both = [findingWith(), nastyFinding];

test('stylish: file:line:column severity message rule, and the sum', () => {
  const lines = print('stylish', [findingWith()]).split('\n');
  expect(lines[0]).toBe(
    'docs/r/disk.html.markdown:3:1 warning size is neither Required nor Optional. flags-missing',
  );
  expect(lines.at(-2)).toBe('1 page: 0 errors, 1 warning, 0 infos');
});

test('stylish: colours only where they are wanted, and no control characters of the page', () => {
  // eslint-disable-next-line no-control-regex -- escapes are what is looked for
  expect(print('stylish', both)).not.toMatch(/\u001B/);
  expect(print('stylish', both, { hasColors: true })).toContain('\u001B[');
  const finding = findingWith({ message: 'Clear \u001B[2J the screen.' });
  expect(print('stylish', [finding])).not.toContain('\u001B');
});

test('json is valid by the published schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(findingReportJsonSchema());
  expect(validate(JSON.parse(print('json', both))), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ schemaVersion: 1 })).toBe(false);
});

const sarifSchema = (): object => {
  const file = path.join(checkout, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // Draft 04 names itself by "id"; nothing else in this schema differs from the draft that ajv reads.
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'id' && name !== '$schema'));
};

test('sarif is valid by the official schema', () => {
  // The schema's pattern for languages has a stray bracket, which the u flag does not allow.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(sarifSchema());
  for (const findings of [both, []]) {
    expect(validate(JSON.parse(print('sarif', findings))), JSON.stringify(validate.errors)).toBe(true);
  }
  expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
});

test('sarif: places, rules, levels, and fingerprints that stay when lines move', () => {
  const [run] = (JSON.parse(print('sarif', both)) as Log).runs;
  const result = run?.results?.find(({ level }) => level === 'error');
  const place = result?.locations?.[0]?.physicalLocation;
  expect(place?.artifactLocation?.uri).toBe('docs/r/a%20%3Cb%3E%26%22c%2C%20d%3Ae.markdown');
  expect(place?.region).toMatchObject({ startLine: 4, startColumn: 2, endLine: 6, endColumn: 3 });
  expect(result?.relatedLocations?.[0]?.physicalLocation?.region?.startLine).toBe(12);
  expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('flags-missing');
  const moved = (JSON.parse(print('sarif', [findingWith({}, 70)])) as Log).runs[0]?.results?.[0];
  const before = (JSON.parse(print('sarif', [findingWith()])) as Log).runs[0]?.results?.[0];
  expect(moved?.partialFingerprints).toEqual(before?.partialFingerprints);
  expect(moved?.locations).not.toEqual(before?.locations);
});

test('github: one workflow command a finding, the gravest first, everything escaped', () => {
  const lines = print('github', both).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^::error file=docs\/r\/a <b>&"c%2C d%3Ae\.markdown,line=4,endLine=6,title=flags-missing::/,
  );
  expect(lines[0]).toContain('100%25');
  expect(lines[1]).toBe(
    '::warning file=docs/r/disk.html.markdown,line=3,endLine=3,col=1,endColumn=20,title=flags-missing::size is neither Required nor Optional.',
  );
});

test('junit: a suite a page, failures for errors and warnings, a passed case for a clean page', () => {
  const files = ['docs/r/disk.html.markdown', nastyFinding.place.file, 'docs/r/clean.html.markdown'];
  const xml = print('junit', [...both, findingWith({ severity: 'info' }, 9)], { files });
  const parsed: unknown = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === 'testcase' || name === 'testsuite',
  }).parse(xml);
  expect(parsed).toMatchObject({
    testsuites: {
      '@_tests': '4',
      '@_failures': '2',
      testsuite: [
        { '@_tests': '2', '@_failures': '1' },
        {
          testcase: [{ failure: { '@_message': nastyFinding.message.replaceAll('\n', ' ') } }],
        },
        { '@_failures': '0', testcase: [{ '@_name': 'no findings' }] },
      ],
    },
  });
});

test('markdown: texts of pages neither format, nor open HTML, nor mention anybody', () => {
  const text = print('markdown', both);
  const tree = remark().parse(text);
  const html: string[] = [];
  visit(tree, 'html', ({ value }) => void html.push(value));
  visit(tree, 'strong', (node) => {
    const [child] = node.children;
    expect(child?.type === 'text' ? child.value : '').toMatch(/^(error|warning|info)$/);
  });
  for (const value of html) expect(value).toMatch(/^(<details><summary>.*<\/summary>|<\/details>)$/);
  const outsideCode = text.replace(/^ *(`{3,})\n[\s\S]*?^ *\1$/gm, '');
  expect(outsideCode).not.toContain('@octocat');
  expect(text).toContain('| flags | 1 | 1 | 0 | 2 |');
});

test('markdown: a comment of GitHub holds it, and says how many findings it leaves out', () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    findingWith({ place: { ...nastyFinding.place, file: `docs/r/p${at % 90}.markdown` } }, at + 1),
  );
  const text = print('markdown', many);
  expect(text.length).toBeLessThan(65_536);
  const listed = text.match(/^- \*\*warning\*\*/gm)?.length ?? 0;
  expect(listed).toBeGreaterThan(50);
  expect(text).toContain(`**${10_000 - listed} more findings are left out here**`);
});

for (const format of findingFormats) {
  test(`${format}: a report without findings ends with a line break, if there is anything to say`, () => {
    const text = print(format, []);
    if (format !== 'github') expect(text).toMatch(/\n$/);
    expect(text.trim() === '').toBe(format === 'github');
  });
}
