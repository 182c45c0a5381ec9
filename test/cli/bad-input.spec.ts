import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { alimock } from './alimock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-bad-input-'));

const write = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** Bytes of a fixed pseudo-random series, with plenty of NULs and invalid UTF-8. */
const junk = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => ((at * 2654435761) >>> 13) % 256);

const page = (example: string): string =>
  [
    '---',
    'page_title: "Alicloud: alicloud_vpc"',
    '---',
    '',
    '# alicloud_vpc',
    '',
    'Makes a VPC.',
    '',
    '## Example Usage',
    '',
    '```terraform',
    example,
    '```',
    '',
    '## Argument Reference',
    '',
    '* `cidr_block` - (Optional) The block.',
    '',
  ].join('\n');

interface Case {
  readonly name: string;
  readonly file: () => string;
  /** Expected exit codes of parse and check. */
  readonly exitCodes: { readonly parse: number; readonly check: number };
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'a missing file',
    file: () => path.join(folder, 'not-there.md'),
    exitCodes: { parse: 2, check: 2 },
    says: /Cannot read .*not-there\.md: there is no such file/,
  },
  { name: 'a folder', file: () => folder, exitCodes: { parse: 2, check: 2 }, says: /is a folder/ },
  {
    name: 'an empty page',
    file: () => write('empty.md', ''),
    exitCodes: { parse: 1, check: 2 },
    says: /empty/,
  },
  {
    name: 'a page with no recognisable section',
    file: () => write('letter.md', '# A letter\n\nDear reader,\n\nnothing here is about Terraform.\n'),
    exitCodes: { parse: 1, check: 2 },
    says: /section/,
  },
  {
    name: 'binary junk',
    file: () => write('junk.md', junk(4096)),
    exitCodes: { parse: 2, check: 2 },
    says: /text/,
  },
  {
    name: 'a page of 10 MB',
    file: () => write('large.md', '* `a` - (Optional) text\n'.repeat(450_000)),
    exitCodes: { parse: 2, check: 2 },
    says: /MB/,
  },
  {
    name: 'a page whose example does not parse',
    file: () => write('vpc.html.markdown', page('resource "alicloud_vpc" "default" {{{ ][ = ')),
    exitCodes: { parse: 1, check: 1 },
    says: /example/,
  },
];

for (const { name, file, exitCodes, says } of cases) {
  for (const command of ['parse', 'check'] as const) {
    test(`${command}: ${name}`, async () => {
      const { exitCode, stdout, stderr } = await alimock([command, file()]);
      expect(exitCode, stdout + stderr).toBe(exitCodes[command]);
      expect(stdout + stderr).toMatch(says);
      expect(stdout + stderr, 'no stack trace').not.toMatch(/^\s+at /m);
    });
  }
}

test('a pattern that matches nothing', async () => {
  const { exitCode, stderr } = await alimock(['check', 'no-such-folder/*.md']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('No file matches no-such-folder/*.md');
});

test('no page at all', async () => {
  const { exitCode, stderr } = await alimock(['check']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Name at least one page');
});

test('an unknown option, an unknown command and a wrong choice', async () => {
  for (const args of [['check', '--nonsense', 'x.md'], ['chekc'], ['parse', '--format', 'toml', 'x.md']]) {
    const { exitCode, stderr } = await alimock(args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/error: (unknown option|unknown command|option .* argument 'toml' is invalid)/);
  }
});
