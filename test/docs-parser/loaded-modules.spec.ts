/** Issue 5: whoever reads HCL pages loads what that needs, and no more: half of the memory beyond remark's was code. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const built = path.join(import.meta.dirname, '../../dist/docs-parser/parse-page.js');

/** Prints the address of each module as it is loaded. */
const telling = `export const load = (url, context, next) => { process._rawDebug(url); return next(url, context); };`;

const loadedBy = (page: string): string => {
  const hooks = `data:text/javascript,${encodeURIComponent(telling)}`;
  const script = `
    const { register } = await import('node:module');
    register(${JSON.stringify(hooks)});
    const { parsePage } = await import(${JSON.stringify(`file://${built}`)});
    const { examples } = await parsePage(${JSON.stringify(page)}, { file: 'docs/r/tank.html.markdown' });
    console.log(JSON.stringify(examples.map(({ graph }) => graph?.blocks.length)));`;
  return execFileSync(
    '/bin/sh',
    ['-c', '"$0" --input-type=module --eval "$1" 2>&1', process.execPath, script],
    {
      encoding: 'utf8',
    },
  );
};

const page = (language: string, code: string): string =>
  `---\nsubcategory: "Tanks"\n---\n\n# alicloud_tank\n\nA tank.\n\n## Example Usage\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;

test('a page with HCL is read without zod, YAML and the front ends of other languages', () => {
  const loaded = loadedBy(page('terraform', 'resource "alicloud_tank" "default" {}'));
  expect(loaded).toContain('[1]');
  expect(loaded).toContain('/remark-parse/');
  expect(loaded).not.toMatch(/\/node_modules\/(?:zod|yaml|remark-stringify)\//);
  expect(loaded).not.toContain('/dialects/cdktf/');
});

test('what a page needs is loaded: another language, a front matter that is more than names with texts', () => {
  const loaded = loadedBy(page('python', 'pass').replace('"Tanks"', '>\n  Tanks'));
  expect(loaded).toContain('/dialects/cdktf/');
  expect(loaded).toContain('/node_modules/yaml/');
});
