import { expect, test } from '@playwright/test';
import { ruleSchema } from '../../findings/rule.ts';
import { lintRules } from '../../lint/catalogue.ts';
import { exampleOf, lintTexts, pageOf } from './pages.ts';
import { cdktfCases } from './rule-cases/cdktf.ts';
import { exampleCases } from './rule-cases/examples.ts';
import { listCases } from './rule-cases/lists.ts';
import { pageCases } from './rule-cases/page.ts';
import type { RuleCase } from './rule-cases/rule-case.ts';

const cases: Readonly<Record<string, RuleCase>> = {
  ...pageCases,
  ...listCases,
  ...exampleCases,
  ...cdktfCases,
};

test('the catalogue is whole: 60 rules and more, each with its words, and each with a case here', () => {
  expect(lintRules.length).toBeGreaterThanOrEqual(60);
  for (const rule of lintRules) expect(ruleSchema.parse(rule).id).toBe(rule.id);
  const ids = lintRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(cases).sort()).toEqual([...ids].sort());
});

test('the page that the cases start from has no findings', async () => {
  const found = await lintTexts({ 'docs/r/disk.html.markdown': pageOf() });
  expect(found.map(({ rule, message }) => [rule, message])).toEqual([]);
});

for (const [rule, { has, hasNot, line, options }] of Object.entries(cases)) {
  test(`${rule}: a page that has it, and one that does not`, async () => {
    const pagesOf = (source: string | Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
      typeof source === 'string' ? { 'docs/r/disk.html.markdown': source } : source;
    const found = (await lintTexts(pagesOf(has), options)).filter((finding) => finding.rule === rule);
    expect(found.length, 'found on the page that has it').toBeGreaterThan(0);
    const [first] = found;
    const [source = ''] = Object.values(pagesOf(has));
    const text = source.split('\n')[(first?.place.position.line ?? 0) - 1] ?? '';
    if (line !== undefined) expect(text).toContain(line);
    const severity = lintRules.find(({ id }) => id === rule)?.severity;
    expect(first?.severity).toBe(severity);
    const isFixable = lintRules.find(({ id }) => id === rule)?.isFixable === true;
    expect(found.some(({ fix }) => fix !== null)).toBe(isFixable);
    const clean = await lintTexts(pagesOf(hasNot), options);
    expect(clean.filter((finding) => finding.rule === rule)).toEqual([]);
  });
}

test('a finding about another page quotes that page, and one that can be mended says so', async () => {
  const vpc = pageOf({
    type: 'alicloud_vpc',
    sections: {
      'Argument Reference': '* `name` - (Optional, Deprecated since v1.119.0) Use `vpc_name` instead.',
    },
  });
  const disk = pageOf({
    sections: {
      'Example Usage': exampleOf('size = 20').replace(
        '```terraform',
        '```terraform\nresource "alicloud_vpc" "default" {\n  name = "example"\n}',
      ),
    },
  });
  const files = { 'docs/r/disk.html.markdown': disk, 'docs/r/vpc.html.markdown': vpc };
  const finding = (await lintTexts(files)).find(({ rule }) => rule === 'foreign-deprecated-argument');
  expect(finding).toMatchObject({
    path: 'name',
    place: { file: 'docs/r/disk.html.markdown', text: 'name = "example"' },
    other: {
      source: 'page of alicloud_vpc',
      file: 'docs/r/vpc.html.markdown',
      text: 'Use `vpc_name` instead.',
    },
    suggestion: 'Set vpc_name instead.',
  });
});
