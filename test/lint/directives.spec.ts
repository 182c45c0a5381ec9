import { expect, test } from '@playwright/test';
import { exampleOf, lintTexts, pageOf, withArguments } from './pages.ts';

const rulesOf = async (page: string): Promise<string[]> =>
  (await lintTexts({ 'docs/r/disk.html.markdown': page })).map(
    ({ rule, place }) => `${place.position.line} ${rule}`,
  );

const bare = '* `size` - The size.';
const name = '* `disk_name` - The name.';

/** Findings of the rule flags-missing only: what the argument lines of a page are found to lack. */
const missing = async (...lines: string[]): Promise<number> =>
  (await rulesOf(withArguments(...lines))).filter((found) => found.endsWith(' flags-missing')).length;

test('without a comment both are found', async () => {
  expect(await missing(bare, name)).toBe(2);
});

for (const comment of [
  '<!-- alimock-disable-next-line flags-missing -->',
  '<!-- alimock-disable-next-line -->',
  '<!-- alimock-disable-next-line flag-unknown, flags-missing -- the provider decides -->',
  '<!--alimock-disable-next-line flags-missing-->',
  '<!-- alimock-disable-next-line\n flags-missing -->',
]) {
  test(`the next line only: ${JSON.stringify(comment)}`, async () => {
    expect(await missing(comment, bare, name)).toBe(1);
  });
}

test('a comment for the next line passes over empty lines', async () => {
  expect(await missing('<!-- alimock-disable-next-line flags-missing -->', '', bare, name)).toBe(1);
});

test('a comment on the line itself', async () => {
  expect(await missing(`${bare} <!-- alimock-disable-line flags-missing -->`, name)).toBe(1);
});

test('from a comment on, until another ends it', async () => {
  const off = '<!-- alimock-disable flags-missing -->';
  const on = '<!-- alimock-enable flags-missing -->';
  expect(await missing(off, '', bare, name)).toBe(0);
  expect(await missing(bare, '', off, '', name)).toBe(1);
  expect(await missing(off, '', bare, '', on, '', name)).toBe(1);
  expect(await missing(off, '', bare, '', '<!-- alimock-enable flag-unknown -->', '', name)).toBe(0);
});

test('a comment for another rule does not hide this one, and is said to be unused', async () => {
  const page = withArguments('<!-- alimock-disable-next-line flag-unknown -->', bare);
  const found = await rulesOf(page);
  expect(found.map((line) => line.split(' ')[1])).toEqual(
    expect.arrayContaining(['flags-missing', 'disable-unused']),
  );
});

test('a comment above a fence counts for all of the example', async () => {
  const example = exampleOf('size = 20', 'capacity = 20', 'colour = "red"');
  const page = (comment: string): string =>
    pageOf({ sections: { 'Example Usage': `${comment}\n${example}` } });
  const count = async (comment: string): Promise<number> =>
    (await rulesOf(page(comment))).filter((found) => found.endsWith('example-undocumented-argument')).length;
  expect(await count('')).toBe(2);
  expect(await count('<!-- alimock-disable-next-line example-undocumented-argument -->\n')).toBe(0);
});

test('what only looks like such a comment is none', async () => {
  expect(await missing('<!-- alimock-disable-everything flags-missing -->', bare)).toBe(1);
  expect(await missing('`<!-- alimock-disable-next-line flags-missing -->`', '', bare)).toBe(1);
});

test('a misspelt rule is named, with what is probably meant', async () => {
  const page = withArguments('<!-- alimock-disable-next-line flag-missing -->', bare);
  const found = (await lintTexts({ 'disk.md': page })).find(({ rule }) => rule === 'disable-unknown-rule');
  expect(found).toMatchObject({
    message: 'There is no rule flag-missing.',
    suggestion: 'Is flags-missing meant?',
  });
});
