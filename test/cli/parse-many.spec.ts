import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { pageSpecSchema } from '../../docs-parser/index.ts';
import { pageWith } from '../docs-parser/read.ts';
import { alimock, checkout } from './alimock.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alimock-pages-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pageNamed = (name: string, argument = 'a'): string =>
  pageWith({ 'Argument Reference': `* \`${argument}\` - (Required) The ${name}.` }).replaceAll('thing', name);

const write = (name: string, argument?: string): string => {
  const file = path.join(folder, `${name}.html.markdown`);
  writeFileSync(file, pageNamed(name, argument));
  return file;
};

const entries = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

test('many pages come in the order of their names, from threads as from the cache', async () => {
  const names = Array.from({ length: 60 }, (_, at) => `page${String(at).padStart(2, '0')}`);
  for (const name of names) write(name);
  const cache = path.join(folder, 'cache');
  const args = ['parse', path.join(folder, '*.markdown'), '--format', 'json'];
  const run = async (...more: string[]): Promise<string> => {
    const { stdout, exitCode } = await alimock([...args, ...more], { ALIMOCK_CACHE: cache });
    expect(exitCode).toBe(0);
    return stdout;
  };
  const cold = await run();
  const pages = pageSpecSchema.array().parse(JSON.parse(cold));
  expect(pages.map(({ name }) => name)).toEqual(names.map((name) => `alicloud_${name}`));
  expect(entries(cache)).toHaveLength(60);
  expect(await run()).toBe(cold);
  expect(await run('--no-cache')).toBe(cold);
});

test('a page is read anew when its text changes, and no more than that', async () => {
  const file = write('one');
  write('two');
  const cache = path.join(folder, 'cache');
  const args = ['parse', path.join(folder, '*.markdown'), '--format', 'json'];
  await alimock(args, { ALIMOCK_CACHE: cache });
  const before = entries(cache).map((name) => [name, statSync(path.join(cache, name)).mtimeMs]);
  writeFileSync(file, pageNamed('one', 'b'));
  const { stdout } = await alimock(args, { ALIMOCK_CACHE: cache });
  const pages = pageSpecSchema.array().parse(JSON.parse(stdout));
  expect(pages.map((page) => page.arguments[0]?.name)).toEqual(['b', 'a']);
  const after = entries(cache).map((name) => [name, statSync(path.join(cache, name)).mtimeMs]);
  expect(after).toHaveLength(3);
  expect(after).toEqual(expect.arrayContaining(before));
});

test('a cache that is spoilt, or cannot be written, changes nothing', async () => {
  const file = write('one');
  const cache = path.join(folder, 'cache');
  const first = await alimock(['parse', file, '--format', 'json'], { ALIMOCK_CACHE: cache });
  for (const name of entries(cache)) writeFileSync(path.join(cache, name), '{"half');
  expect(await alimock(['parse', file, '--format', 'json'], { ALIMOCK_CACHE: cache })).toMatchObject({
    stdout: first.stdout,
    exitCode: 0,
  });
  // A file stands where the folder would have to be.
  const blocked = await alimock(['parse', file, '--format', 'json'], { ALIMOCK_CACHE: file });
  expect(blocked).toMatchObject({ stdout: first.stdout, exitCode: 0, stderr: '' });
});

test('pages that cannot be read are reported, and the others are read all the same', async () => {
  for (let at = 10; at < 70; at++) write(`page${at}`);
  writeFileSync(path.join(folder, 'page30.html.markdown'), 'a\0b');
  const missing = path.join(folder, 'missing.html.markdown');
  const { stdout, stderr, exitCode } = await alimock([
    ...['parse', missing, path.join(folder, '*.markdown'), '--no-cache', '--format', 'json'],
  ]);
  expect(exitCode).toBe(2);
  const names = pageSpecSchema
    .array()
    .parse(JSON.parse(stdout))
    .map(({ name }) => name);
  expect(names).toHaveLength(59);
  expect(names).not.toContain('alicloud_page30');
  expect(names.at(-1)).toBe('alicloud_page69');
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('missing.html.markdown: there is no such file');
  expect(lines[1]).toMatch(/page30\.html\.markdown is no text/);
});

test('one page alone that cannot be read leaves nothing but the reason', async () => {
  const missing = path.join(folder, 'missing.html.markdown');
  const { stdout, stderr, exitCode } = await alimock(['parse', missing, '--format', 'json']);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  expect(stderr).toContain('there is no such file');
});

test('--watch prints a page again when it changes, and a page that is new', async () => {
  const file = write('one');
  const watching = spawn(process.execPath, [
    ...[path.join(checkout, 'bin', 'alimock.js'), 'parse', path.join(folder, '*.markdown')],
    ...['--watch', '--no-cache', '--format', 'json'],
  ]);
  try {
    const lines = createInterface({ input: watching.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<string[]> => {
      const line = await lines.next();
      const page = pageSpecSchema.parse(JSON.parse(String(line.value)));
      return [page.name, ...page.arguments.map(({ name }) => name)];
    };
    // Nothing is missed before the folder is watched: the notice comes after the first pages.
    const ready = new Promise((resolve) => watching.stderr.once('data', resolve));
    expect(await next()).toEqual(['alicloud_one', 'a']);
    await ready;
    writeFileSync(file, pageNamed('one', 'b'));
    expect(await next()).toEqual(['alicloud_one', 'b']);
    write('two');
    expect(await next()).toEqual(['alicloud_two', 'a']);
    expect(readFileSync(file, 'utf8')).toContain('`b`');
  } finally {
    watching.kill();
  }
});
