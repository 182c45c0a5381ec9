import { expect, test } from '@playwright/test';
import { findingReportSchema } from '../../findings/finding.ts';
import { fingerprintsOf, reportOf } from '../../findings/index.ts';
import { findingWith, flagsMissing } from './finding.ts';

const [plain] = fingerprintsOf([findingWith()]);

test('a fingerprint stays when the line moves, and when the pages lie in another folder', () => {
  expect(fingerprintsOf([findingWith({}, 90)])).toEqual([plain]);
  const elsewhere = { ...findingWith().place, file: '/checkout/website/docs/r/disk.html.markdown' };
  expect(fingerprintsOf([findingWith({ place: elsewhere })])).toEqual([plain]);
});

test('a fingerprint changes with the rule, the argument, the text, and the kind of page', () => {
  const dataSource = { ...findingWith().place, file: 'docs/d/disk.html.markdown' };
  const others = [
    findingWith({ rule: 'flag-unknown' }),
    findingWith({ path: 'disk.size' }),
    findingWith({ place: { ...findingWith().place, text: '* `size` - Its size.' } }),
    findingWith({ place: dataSource }),
  ];
  const names = fingerprintsOf(others);
  expect(new Set([plain, ...names]).size).toBe(5);
});

test('findings that are alike have fingerprints of their own', () => {
  const [first, second] = fingerprintsOf([findingWith(), findingWith({}, 9)]);
  expect(first).toBe(plain);
  expect(second).not.toBe(plain);
});

test('a report is sorted by page and place, holds the rules that occur, and counts', () => {
  const report = reportOf({
    tool: 'lint',
    pages: [
      { file: 'b.md', type: 'alicloud_b' },
      { file: 'a.md', type: 'alicloud_a' },
    ],
    catalogue: [flagsMissing, { ...flagsMissing, id: 'unused' }],
    findings: [
      findingWith({ place: { ...findingWith({}, 9).place, file: 'a.md' } }),
      findingWith({ place: { ...findingWith({}, 7).place, file: 'b.md' }, severity: 'error' }),
      findingWith({ place: { ...findingWith({}, 2).place, file: 'b.md' } }),
    ],
  });
  expect(report.findings.map(({ place }) => `${place.file}:${place.position.line}`)).toEqual([
    'b.md:2',
    'b.md:7',
    'a.md:9',
  ]);
  expect(report.rules).toEqual([flagsMissing]);
  expect(report.summary).toEqual({ pages: 2, error: 1, warning: 2, info: 0 });
  expect(findingReportSchema.parse(report)).toEqual(report);
});
