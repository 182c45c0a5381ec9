import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePage, UnreadablePageError } from '../../docs-parser/index.ts';

const example = readFileSync(
  path.resolve(import.meta.dirname, '../../examples/image_share_permission.python.md'),
  'utf8',
);

/** Parsing ends with a spec or with the one documented error. */
const endsWell = async (source: string): Promise<void> => {
  try {
    const page = await parsePage(source, { file: 'any.md' });
    const lines = source.split('\n').length;
    const places = [...page.arguments, ...page.attributes, ...page.notes, ...page.findings];
    // One expectation for all: thousands of them take longer than the parsing.
    expect(places.filter(({ position }) => position.line > lines)).toEqual([]);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadablePageError);
  }
};

test('a truncated page never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(example.length), (length) => endsWell(example.slice(0, length))),
    { numRuns: 60 },
  );
});

test('a page with a piece cut out, doubled or replaced never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(example.length), fc.nat(300), fc.string(), (at, length, text) =>
      endsWell(example.slice(0, at) + text + example.slice(at + length)),
    ),
    { numRuns: 60 },
  );
});

const piece = fc.constantFrom(
  '# alicloud\\_x\n',
  '## Argument Reference\n',
  '## Attributes Reference0\n',
  '* `a` - (Required, ForceNew) The a. Valid values: `x`, `y`\n',
  '  * `b` - (Optional) [1, 5] default `2`\n',
  '-> **NOTE:** up to 5 things\n',
  '```terraform\nresource "alicloud_x" "d" {\n  a = "${b.c[0]}"\n',
  '```\n',
  '```python\nx = y.z.W(self, "d",\n',
  '---\n',
  '### `a-b`\n',
  '## Schema\n\n### Required\n\n',
  '<a id="nestedblock--a"></a>\n### Nested Schema for `a.b`\n\nOptional:\n\n',
  '\t\t* `c` - The c.\n',
  'import {\n  to = alicloud_x.d\n  id = "a"\n',
  '<div>',
  '((((`',
  '> > 1. - * ',
);

test('pages one after the other never throw', async () => {
  const part = fc
    .tuple(fc.nat(example.length), fc.nat(example.length))
    .map(([a, b]) => example.slice(Math.min(a, b), Math.max(a, b)));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => endsWell(parts.join('\n'))),
    { numRuns: 30 },
  );
});

test('any order of pieces of Markdown never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) =>
      endsWell(pieces.join('')),
    ),
    { numRuns: 150 },
  );
});

test('thousands of levels of lists and quotations are refused with the reason', async () => {
  await expect(parsePage('> '.repeat(50_000), { file: 'deep.md' })).rejects.toThrow(/deep\.md is nested/);
});

/** Processor time of reading a text, in milliseconds: the best of some, since others use the machine too. */
const timeOf = async (text: string): Promise<number> => {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const { user } = process.cpuUsage();
    await endsWell(text);
    best = Math.min(best, (process.cpuUsage().user - user) / 1000);
  }
  return best;
};

test('four times the text takes no more than its share of time', async () => {
  test.setTimeout(120_000);
  // What a page repeats, in any order.
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 3 }), async (pieces) => {
      const text = pieces.join('');
      const page = (size: number): string =>
        `# alicloud_x\n\n## Argument Reference\n\n${text.repeat(Math.ceil(size / text.length))}`;
      // Linear is 4, quadratic 16; what is over in no time measures nothing. A busy machine may spoil one look.
      let growth = Infinity;
      for (let look = 0; look < 3 && growth >= 10; look++)
        growth = Math.min(growth, (await timeOf(page(20_000))) / Math.max(10, await timeOf(page(5_000))));
      expect(growth, JSON.stringify(text)).toBeLessThan(10);
    }),
    { numRuns: 15 },
  );
});

/** Inputs on which a careless expression takes quadratic time or more. */
const repetitions: readonly (readonly [name: string, piece: string])[] = [
  ['parentheses', '('],
  ['angle brackets', '<a'],
  ['list items', '* `a` - (Optional) x\n'],
  ['values', '* `a` - (Optional) Valid values: `a`, '],
  ['notes', '-> **NOTE:** x\n'],
  ['comments', '<!-- '],
  ['instructions', '<?'],
  ['declarations', '<!A '],
  ['spaces', '  '],
  ['sentences', 'A b. '],
  ['blocks', '\n\n### `b`\n\n* `b` - (Optional) See [b](#b). Valid values:\n'],
  ['lines outside lists', '\n-`b` - (Optional) x'],
  ['links to one block', '\n* `c` - (Optional) [c](#c)'],
];

for (const [name, text] of repetitions) {
  test(`no runaway time on many: ${name}`, async () => {
    const page = (count: number): string =>
      `# alicloud_x\n\n## Argument Reference\n\n* \`a\` - (Optional) ${text.repeat(count)}`;
    // 40 kB of it must be done well within the test's time limit; a reader that backtracks is not.
    await endsWell(page(Math.ceil(40_000 / text.length)));
  });
}
