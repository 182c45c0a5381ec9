import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import * as z from 'zod';
import { hasSharedData, needsSharedData, shared } from '../../shared-data.ts';
import { parseFile } from '../read.ts';
import { differences } from './compare.ts';

const languages = ['python', 'typescript', 'go', 'java', 'csharp'] as const;

const unequal = z
  .array(
    z.strictObject({
      page: z.string(),
      languages: z.array(z.enum(languages)).min(1),
      differs: z.array(z.string()).min(1),
      fault: z.enum(['page', 'converter', 'reader']),
      verdict: z.string(),
    }),
  )
  .parse(parse(readFileSync(path.join(import.meta.dirname, 'unequal.yaml'), 'utf8')));

const pagesOf = (language: string): string[] =>
  ['r', 'd'].flatMap((kind) =>
    readdirSync(shared('dialects', language, kind)).map((file) => `${kind}/${file.replace(/\..*$/, '')}`),
  );

const fileOf = (folder: string[], page: string): string => shared(...folder, `${page}.html.markdown`);

/** Places that differ, by page. */
const compared = async (language: string): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const page of pagesOf(language)) {
    const [hcl, rendering] = await Promise.all([
      parseFile(fileOf(['docs'], page)),
      parseFile(fileOf(['dialects', language], page)),
    ]);
    expect(rendering.examples[0]?.dialect, page).toBe(`cdktf-${language}`);
    expect(rendering.examples.length, page).toBeGreaterThan(0);
    found.set(page, differences(hcl, rendering));
  }
  return found;
};

test.describe('the converter’s renderings of the real pages', () => {
  needsSharedData();

  for (const language of languages) {
    test(`${language} gives the graphs of the HCL pages`, async () => {
      const found = await compared(language);
      const different = [...found].filter(([, differing]) => differing.length > 0);
      const equal = found.size - different.length;
      process.stdout.write(
        `${language.padEnd(12)} equal ${String(equal).padStart(3)}   not equal ${different.length}\n`,
      );
      expect(found.size).toBeGreaterThanOrEqual(60);
      const reviewed = unequal.filter((entry) => entry.languages.includes(language));
      expect(
        Object.fromEntries(
          different.map(([page, differing]) => [page, differing.map((line) => line.replace(/: .*$/s, ''))]),
        ),
        different.flatMap(([page, differing]) => [page, ...differing]).join('\n'),
      ).toEqual(Object.fromEntries(reviewed.map(({ page, differs }) => [page, differs])));
      expect(equal / found.size).toBeGreaterThanOrEqual(0.98);
    });
  }

  test('what the grammars cannot read is reported as what it is: a reserved word as a name', async () => {
    for (const language of languages.filter((name) => name !== 'python')) {
      const page = await parseFile(fileOf(['dialects', language], 'r/network_interface_attachment'));
      const rules = page.findings.map(({ rule }) => rule);
      expect(rules, language).toContain('example-reserved-word');
      expect(rules, language).not.toContain('example-syntax-error');
    }
  });
});

test.describe('the HCL examples of the 140 pages', () => {
  needsSharedData();
  const files = hasSharedData
    ? ['r', 'd'].flatMap((kind) =>
        readdirSync(shared('docs', kind)).map((name) => shared('docs', kind, name)),
      )
    : [];

  test('all of them parse, and refer to nothing that the page does not declare, but for what is listed', async () => {
    const found: string[] = [];
    let examples = 0;
    for (const file of files) {
      const page = await parseFile(file);
      for (const { dialect, graph } of page.examples) {
        examples += 1;
        expect(dialect, file).toBe('hcl');
        expect(graph?.blocks.length, file).toBeGreaterThan(0);
      }
      const name = `${path.basename(path.dirname(file))}/${path.basename(file).replace(/\..*$/, '')}`;
      for (const { rule, position, message } of page.findings) {
        expect(rule, file).not.toMatch(/^example-(?:syntax-error|unreadable)$/);
        if (rule === 'example-undeclared-reference')
          found.push(`${name}:${position.line} ${/refers to (\S+)/.exec(message)?.[1] ?? ''}`);
      }
    }
    expect(examples).toBe(144);
    // Each of these pages shows one block whose neighbours stand on other pages.
    expect(found.sort()).toEqual([
      'd/ecs_capacity_reservations:20 alicloud_ecs_capacity_reservation.default',
      'd/ecs_capacity_reservations:21 alicloud_ecs_capacity_reservation.default',
      'd/ecs_elasticity_assurances:20 alicloud_ecs_elasticity_assurance.default',
      'r/snapshot:22 alicloud_disk_attachment.instance-attachment',
    ]);
  });
});
