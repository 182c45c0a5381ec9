import { expect, test } from '@playwright/test';
import { objectionsTo } from '../page-verdicts.ts';
import type { Verdict } from '../page-verdicts.ts';

const page = 'r/vpc.html.markdown';

const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  page,
  line: 1,
  promises: ['destroy'],
  verdict: 'provider',
  says: 'no route',
  why: 'It is known.',
  ...more,
});

const failure = { promise: 'destroy', seen: 'there is no route to it' };

test('what is kept needs no verdict, and what is not kept as judged is as it should be', () => {
  expect(objectionsTo(page, [], [])).toEqual([]);
  expect(objectionsTo(page, [failure], [verdict()])).toEqual([]);
});

test('a failure that nobody judged is told with its line and with what was expected', () => {
  expect(objectionsTo(page, [{ ...failure, expected: 'it is gone', line: 7 }], [])).toEqual([
    'r/vpc.html.markdown:7 destroy: expected it is gone; seen: there is no route to it',
  ]);
  expect(objectionsTo(page, [failure], [verdict({ page: 'r/vswitch.html.markdown' })])).toHaveLength(1);
});

test('no other failure hides behind a verdict', () => {
  expect(objectionsTo(page, [failure], [verdict({ says: 'timeout' })])).toEqual([
    'r/vpc.html.markdown destroy: expected as judged: timeout; seen: there is no route to it',
  ]);
  expect(objectionsTo(page, [failure], [verdict({ promises: ['apply'] })])).toHaveLength(2);
});

test('a verdict whose promise is kept again is to be taken out', () => {
  expect(objectionsTo(page, [failure], [verdict({ promises: ['destroy', 'import'] })])).toEqual([
    'r/vpc.html.markdown import: it is kept now, take it out of verdicts.yaml',
  ]);
});
