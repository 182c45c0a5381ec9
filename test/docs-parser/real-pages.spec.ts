import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { pageSpecJsonSchema } from '../../docs-parser/json-schema.ts';
import type { PageSpec } from '../../docs-parser/index.ts';
import { hasSharedData, needsSharedData, shared } from '../shared-data.ts';
import { accountOf } from './bullet-account.ts';
import { parseFile } from './read.ts';

const files = hasSharedData
  ? ['r', 'd'].flatMap((kind) => readdirSync(shared('docs', kind)).map((name) => shared('docs', kind, name)))
  : [];

test.describe('the 140 real pages', () => {
  needsSharedData();
  let pages: PageSpec[] = [];
  test.beforeAll(async () => {
    pages = [];
    for (const file of files) pages.push(await parseFile(file));
  });

  test('the published schema accepts every spec', () => {
    expect(files.length).toBeGreaterThanOrEqual(140);
    const validate = new Ajv2020({ strict: false }).compile(pageSpecJsonSchema());
    for (const page of pages) {
      expect(validate(page), `${page.file}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  test('name and kind are those of the file', () => {
    for (const page of pages) {
      const named = `alicloud_${path.basename(page.file).replace(/\.html\.markdown$/, '')}`;
      const isReported = page.findings.some(({ rule }) => rule === 'title-mismatch');
      expect(page.name === named || isReported, `${page.name} in ${page.file}`).toBe(true);
      expect(page.kind, page.file).toBe(
        path.basename(path.dirname(page.file)) === 'd' ? 'data-source' : 'resource',
      );
    }
  });

  test('every example is read, with no expression that is not understood', () => {
    for (const page of pages) {
      expect(page.examples.length, page.file).toBeGreaterThan(0);
      const graphs = page.examples.flatMap(({ graph }) => (graph === null ? [] : [graph]));
      expect(graphs.flatMap(({ blocks }) => blocks).length, page.file).toBeGreaterThan(0);
      expect(JSON.stringify(graphs), page.file).not.toContain('"kind":"unknown"');
    }
  });

  test('an import command stands on every page that has one, word for word', () => {
    for (const page of pages) {
      const command = /^\s*\$?\s*(terraform import .*?)\s*$/m.exec(readFileSync(page.file, 'utf8'))?.[1];
      expect(page.import?.command, page.file).toBe(command);
    }
  });

  test('every id format, import and timeout that a resource page states is read', () => {
    const resources = pages.filter(({ kind }) => kind === 'resource');
    expect(resources).toHaveLength(83);
    const counted = { ids: 0, imports: 0, timeouts: 0 };
    for (const page of resources) {
      const source = readFileSync(page.file, 'utf8');
      // Counted on the text itself, with no Markdown between.
      const template = /^\* `id` .*?(<[^<>]+>.*<[^<>]+>)/m.exec(source)?.[1]?.replace(/[`\s]/g, '');
      if (template !== undefined) expect(page.id?.template.replace(/\s/g, ''), page.file).toBe(template);
      const operations = [...source.matchAll(/^[*-] `(create|read|update|delete)` - \(Defaults to (\d+) /gm)];
      expect(
        page.timeouts.map(({ operation, defaultMinutes }) => [operation, defaultMinutes]),
        page.file,
      ).toEqual(operations.map((match) => [match[1], Number(match[2])]));
      counted.ids += template === undefined ? 0 : 1;
      counted.timeouts += operations.length;
      if (page.import !== null) {
        counted.imports += 1;
        expect(page.import.id, page.file).not.toBe('');
        expect(page.import.resourceType, page.file).toMatch(/^alicloud_/);
      }
    }
    expect(counted.ids).toBeGreaterThan(5);
    expect(counted.imports).toBeGreaterThan(70);
    expect(counted.timeouts).toBeGreaterThan(100);
  });

  test('no bullet vanishes, and fewer than one in 200 is not classified', () => {
    const counted = { all: 0, unclassified: 0 };
    for (const page of pages) {
      const { vanished, all, unclassified } = accountOf(readFileSync(page.file, 'utf8'), page);
      expect(vanished, page.file).toEqual([]);
      counted.all += all;
      counted.unclassified += unclassified;
    }
    expect(counted.all).toBeGreaterThan(3000);
    expect(counted.unclassified / counted.all).toBeLessThan(0.005);
  });
});
