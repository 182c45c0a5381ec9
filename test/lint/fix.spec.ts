import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { fixPage } from '../../lint/fix.ts';
import { lintPages } from '../../lint/lint-pages.ts';
import { exampleOf, pageOf } from './pages.ts';

const file = 'docs/r/disk.html.markdown';

/** A page with every slip that can be mended, and the same page without. */
const right = pageOf({
  sections: {
    'Argument Reference': '* `size` - (Optional, ForceNew) The size.\n* `disk_name` - (Optional) The name.',
  },
});
const slips: readonly (readonly [right: string, wrong: string])[] = [
  ['# alicloud_disk\n', '# alicloud\\_disk\n'],
  ['## Attributes Reference', '## Attributes Reference0'],
  ['The following attributes', '  The following attributes'],
  ['* `size` - (Optional, ForceNew)', '* `size`- (Optinal, ForcesNew)'],
  ['```terraform', '```'],
  ['alicloud_disk.example <id>', 'alicloud_disk.example d-1.'],
];

const wrong = slips.reduce((text, [from, to]) => text.replace(from, to), right);
const mended = right.replace('<id>', 'd-1');

test('every certain mend is made, and nothing else is touched', async () => {
  const { text, count, page } = await fixPage(wrong, file, {});
  expect(text).toBe(mended);
  expect(count).toBe(8);
  expect(lintPages([page]).filter(({ fix }) => fix !== null)).toEqual([]);
});

test('a second "Argument Reference" over the attributes gets its right name', async () => {
  const page = pageOf().replace('## Attributes Reference', '##  Argument Reference');
  expect((await fixPage(page, file, {})).text).toBe(pageOf().replace('## Attributes', '##  Attributes'));
});

test('line ends, a byte order mark and everything else stay as they are', async () => {
  const source = `\uFEFF${wrong.replaceAll('\n', '\r\n')}`;
  expect((await fixPage(source, file, {})).text).toBe(`\uFEFF${mended.replaceAll('\n', '\r\n')}`);
  const untouched = await fixPage(mended, file, {});
  expect(untouched).toMatchObject({ text: mended, count: 0 });
});

test('what is switched off is not mended', async () => {
  const source = pageOf({
    title: '<!-- alimock-disable-next-line escaped-underscore -->\n\n# alicloud\\_disk',
  });
  expect((await fixPage(source, file, {})).text).toBe(source);
  const off = await fixPage(wrong, file, { severityOf: () => 'off' });
  expect(off.text).toBe(wrong);
});

test('mends come to an end, and never make a page worse, whatever the page', async () => {
  const lines = [
    ...wrong.split('\n'),
    ...exampleOf('size = 20').split('\n'),
    '# a\\_b\\_c',
    '  text',
    '````',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...lines), { maxLength: 40 }), async (picked) => {
      const source = picked.join('\n');
      const { text, page } = await fixPage(source, file, {});
      const again = await fixPage(text, file, {});
      expect(again.text).toBe(text);
      expect(lintPages([page]).filter(({ fix }) => fix !== null)).toEqual([]);
    }),
    { numRuns: 60, seed: 5 },
  );
});
