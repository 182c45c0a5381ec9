import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { pageWith } from '../docs-parser/read.ts';
import { alimock } from './alimock.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alimock-cache-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Enough for threads; every third has something to find, every fifth an argument more. */
const writePages = (count: number): void => {
  for (let at = 0; at < count; at++) {
    const name = `page${String(at).padStart(3, '0')}`;
    const page = pageWith({
      'Example Usage': `\`\`\`terraform\nresource "alicloud_${name}" "default" {\n  a = "x"\n}\n\`\`\``,
      'Argument Reference': [
        `* \`a\` - (Required${at % 3 === 0 ? ', Optional' : ''}) The a.`,
        ...(at % 5 === 0 ? ['* `b` - (Optional) The b. Default value: `1`.'] : []),
      ].join('\n'),
      'Attributes Reference0': '* `id` - The id.',
    }).replaceAll('thing', name);
    writeFileSync(path.join(folder, `${name}.html.markdown`), page);
  }
};

const schemaOf = (count: number): string => {
  const attributes = { a: { type: 'string', required: true }, id: { type: 'string', computed: true } };
  const schemas = Array.from(
    { length: count },
    (_, at) =>
      [`alicloud_page${String(at).padStart(3, '0')}`, { version: 0, block: { attributes } }] as const,
  );
  const provider = { resource_schemas: Object.fromEntries(schemas), data_source_schemas: {} };
  const file = path.join(folder, 'schema.json');
  writeFileSync(
    file,
    JSON.stringify({ format_version: '1.0', provider_schemas: { 'aliyun/alicloud': provider } }),
  );
  return file;
};

/** What takes another time each time. */
const withoutTimes = (report: string): string => report.replaceAll(/"(durationMs|at)": ?[\d.]+/g, '"$1": 0');

const commands: Readonly<Record<string, () => readonly string[]>> = {
  lint: () => ['--format', 'json'],
  drift: () => ['--format', 'json', '--against', `schema:${schemaOf(60)}`],
  'drift of two folders': () => ['--format', 'json', '--against', `docs:${folder}`],
  check: () => ['--reporter', 'json'],
};

for (const [name, options] of Object.entries(commands))
  test(`${name} says the same with the cache as without`, async () => {
    writePages(60);
    const cache = path.join(folder, 'cache');
    const run = async (...more: string[]): Promise<string> => {
      const { stdout, stderr, exitCode } = await alimock(
        [name.split(' ')[0] ?? '', path.join(folder, '*.markdown'), ...options(), ...more],
        { ALIMOCK_CACHE: cache },
      );
      expect([0, 1], stderr).toContain(exitCode);
      return withoutTimes(stdout);
    };
    const fresh = await run('--no-cache');
    expect(JSON.stringify(JSON.parse(fresh))).toContain('page059');
    expect(await run(), 'an empty cache').toBe(fresh);
    const kept = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    );
    expect(kept).toHaveLength(60);
    expect(await run(), 'a full cache').toBe(fresh);
    // What the cache holds is what is reported: else nobody would know whether it is used.
    for (const file of kept) {
      const entry = path.join(cache, file);
      writeFileSync(entry, readFileSync(entry, 'utf8').replaceAll('alicloud_page007', 'alicloud_changed'));
    }
    expect(await run(), 'a changed cache').not.toBe(fresh);
  });
