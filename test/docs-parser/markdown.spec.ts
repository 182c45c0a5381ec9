import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import { parseMarkdown } from '../../docs-parser/markdown.ts';
import { verbatimIn } from '../../docs-parser/verbatim.ts';
import { hasSharedData, needsSharedData, shared } from '../shared-data.ts';

const whole = remark().use(remarkFrontmatter, ['yaml']).freeze();

const readsAsRemark = (text: string): void => {
  // toEqual would walk each tree in steps of its own: thousands of trees take too long.
  const [ours, remarks] = [JSON.stringify(parseMarkdown(text)), JSON.stringify(whole.parse(text))];
  if (ours !== remarks) expect(parseMarkdown(text), JSON.stringify(text)).toEqual(whole.parse(text));
};

/** Everything that may make a fence something else than it seems, or end it elsewhere. */
const line = fc.constantFrom(
  ...['', '', 'text', '# h', '---', '---', 'a: b', '```', '```', '```hcl', '```` ', '````', '~~~', ' ```'],
  ...[
    '   ```',
    '    ```',
    '\t```',
    '> ```',
    '> a',
    '* a',
    '- ```',
    '  ```',
    '  b',
    '1. ```',
    '```a`b',
    '``` `',
  ],
  ...[
    '<div>',
    '</div>',
    '<!-- a -->',
    '<!-- a',
    '-->',
    '<pre>',
    '</pre>',
    '<b>',
    '<?x',
    '?>',
    '[a]:',
    '[a]: b "c',
  ],
  ...['```  ', '`` ` ``', '\\```', '===', '|a|', '``` a\r', 'c\r', '<!---->', '<!-->', '> <!-- a', '* <pre>'],
);

const lines = fc.array(line, { maxLength: 16 }).map((all) => all.join('\n'));

test('the tree is the one that remark makes, whatever stands around the code', () => {
  fc.assert(fc.property(lines, readsAsRemark), { numRuns: 3000 });
  // Most pages begin so.
  fc.assert(
    fc.property(lines, (text) => readsAsRemark(`---\na: b\n---\n\n\`\`\`hcl\na\n\`\`\`\n\n${text}`)),
    { numRuns: 2000 },
  );
});

test('code and front matter are found where a page has them', () => {
  const page = [
    '---',
    'a: b',
    '---',
    '',
    '```hcl',
    'x = 1',
    '',
    '```',
    '',
    '* `a` - b',
    '',
    '```',
    'y',
    '```',
  ];
  const text = page.join('\n');
  expect(verbatimIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    'a: b\n',
    'x = 1\n\n',
    'y\n',
  ]);
});

test.describe('the real pages', () => {
  needsSharedData();

  test('have the tree that remark makes', () => {
    const files = hasSharedData
      ? ['docs', 'dialects', 'seed'].flatMap((folder) =>
          readdirSync(shared(folder), { recursive: true, encoding: 'utf8' })
            .filter((name) => /\.(?:md|markdown)$/.test(name))
            .map((name) => path.join(shared(folder), name)),
        )
      : [];
    let [cut, all] = [0, 0];
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      readsAsRemark(text);
      all += text.length;
      for (const { from, to } of verbatimIn(text)) cut += to - from;
    }
    // Else nothing would be gained.
    expect(cut / all).toBeGreaterThan(0.25);
  });
});
