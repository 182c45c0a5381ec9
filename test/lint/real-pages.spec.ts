import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { lintPages } from '../../lint/lint-pages.ts';
import type { LintFinding } from '../../lint/lint-pages.ts';
import { readLintedPage } from '../../lint/linted-page.ts';
import type { LintedPage } from '../../lint/linted-page.ts';
import { needsSharedData, shared } from '../shared-data.ts';

/**
 * The findings on the real ECS pages, beside the counts of GRAMMAR.md, section 10. That was measured on the
 * documentation of August 2026; the pages here are those of v1.240.0. Where the two differ, `grammar` says what it
 * counts, and each finding of ours was read on its page.
 */
const expected: Readonly<Record<string, { readonly places: readonly string[]; readonly grammar: string }>> = {
  'argument-duplicate': { places: [], grammar: '0' },
  'flags-contradictory': { places: [], grammar: '0' },
  'required-computed': { places: ['r/ecs_dedicated_host'], grammar: '1' },
  'attribute-duplicate': { places: [], grammar: '1, which is false (d/images)' },
  'example-undocumented-argument': {
    places: [
      'r/launch_template:51',
      'r/launch_template:54',
      'r/network_interface:49',
      'r/network_interface:51',
    ],
    grammar: '4 on 2 pages',
  },
  'foreign-undocumented-argument': { places: ['r/key_pair_attachment:29'], grammar: '1' },
  'example-missing-required': {
    places: ['r/launch_template:68', 'r/launch_template:68', 'r/network_interface:48'],
    grammar: '2 nested; it does not read (Require) of network_interface as Required',
  },
  'foreign-missing-required': { places: [], grammar: '0' },
  'example-unknown-attribute': { places: ['d/instance_type_families:23'], grammar: '2 with the next' },
  'foreign-unknown-attribute': {
    places: ['d/ecs_capacity_reservations:21'],
    grammar: '2 with the one before',
  },
  'example-deprecated-argument': { places: ['r/ecs_auto_snapshot_policy:29'], grammar: '1' },
  'import-arity': { places: [], grammar: '0' },
  'import-type-mismatch': { places: [], grammar: '0' },
  'id-part-misspelt': { places: [], grammar: '0' },
  'timeout-contradicts-operation': { places: [], grammar: '0' },
  'flag-repeated': { places: ['r/network_interface:69'], grammar: 'network_interface, ForceNew twice' },
  'broken-anchor': { places: [], grammar: '0 on resource pages' },
};

let pages: LintedPage[] = [];
let findings: LintFinding[] = [];

test.describe('the real pages', () => {
  needsSharedData();

  test.beforeAll(async () => {
    const files = ['r', 'd'].flatMap((kind) =>
      readdirSync(shared('docs', kind)).map((name) => `${kind}/${name}`),
    );
    pages = await Promise.all(
      files.sort().map((file) => readLintedPage(readFileSync(shared('docs', file), 'utf8'), file)),
    );
    findings = lintPages(pages);
  });

  const onEcsPages = (rule: string): string[] => {
    const ecs = new Set(pages.filter(({ spec }) => spec.subcategory === 'ECS').map(({ spec }) => spec.file));
    return findings
      .filter((finding) => finding.rule === rule && ecs.has(finding.place.file))
      .map(({ place }) => `${place.file.replace('.html.markdown', '')}:${place.position.line}`);
  };

  test('what GRAMMAR.md counts on ECS pages is found, on its lines, and nothing else of these kinds', () => {
    for (const [rule, { places, grammar }] of Object.entries(expected)) {
      const found = onEcsPages(rule).map((place) =>
        places.some((one) => one.includes(':')) ? place : place.replace(/:\d+$/, ''),
      );
      expect(found.sort(), `${rule}; GRAMMAR.md: ${grammar}`).toEqual([...places].sort());
    }
  });

  test('what GRAMMAR.md counts in two versions of the pages is of the same order', () => {
    // 27 on 21 pages: of these pages' own age, most are the name of alicloud_security_group.
    const deprecated = onEcsPages('foreign-deprecated-argument');
    expect(deprecated.length).toBeGreaterThanOrEqual(24);
    expect(deprecated.length).toBeLessThanOrEqual(32);
    // 9 on 4 pages: key_pair, network_interface, and others that were mended since.
    const flags = onEcsPages('flags-missing').map((place) => place.split(':')[0]);
    expect(flags.filter((place) => place === 'r/key_pair')).toHaveLength(4);
    expect(flags).toContain('r/network_interface');
    expect(flags.length).toBeLessThanOrEqual(12);
    // 13 data source pages of ECS head their attributes "Argument Reference" (EDGE-CASES.md).
    expect(onEcsPages('attributes-under-argument-heading').length).toBeGreaterThanOrEqual(13);
    // 2: key_pair_attachment and its kin.
    expect(onEcsPages('attribute-repeats-argument').length).toBeLessThanOrEqual(3);
  });

  test('the import of vpc_dhcp_options_set_attachment has another arity than its id', () => {
    const found = findings.filter(({ rule }) => rule === 'import-arity').map(({ place }) => place.file);
    expect(found).toEqual(['r/vpc_dhcp_options_set_attachment.html.markdown']);
  });

  test('every finding stands on its page, and quotes what stands there', () => {
    const byFile = new Map(pages.map((page) => [page.spec.file, page]));
    for (const { place, rule, message } of findings) {
      const page = byFile.get(place.file);
      expect(place.position.line, `${rule} ${message}`).toBeLessThanOrEqual(page?.lines.length ?? 0);
      if (place.text !== null) expect(page?.line(place.position.line)).toContain(place.text);
    }
  });
});
