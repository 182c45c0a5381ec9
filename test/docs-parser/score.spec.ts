import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { comparePage } from '../../score/compare.ts';
import { readProviderSchema } from '../../score/provider-schema.ts';
import { scorePages } from '../../score/score-pages.ts';
import { fraction, summarise } from '../../score/summary.ts';
import { judge, readVerdicts } from '../../score/verdicts.ts';
import { needsSharedData, shared } from '../shared-data.ts';
import { pageWith, parseSections } from './read.ts';

const verdictsFile = path.resolve(import.meta.dirname, '../../score/alicloud-1.240.0.yaml');

/** A schema of a thing, as `terraform providers schema -json` prints it. */
const schemaOf = (block: object): string =>
  JSON.stringify({
    provider_schemas: { p: { resource_schemas: { alicloud_thing: { version: 0, block } } } },
  });

const thing = {
  attributes: {
    name: { type: 'string', required: true },
    size: { type: 'number', optional: true },
    labels: { type: ['map', 'string'], optional: true },
    secret: { type: 'string', optional: true },
    hosts: { type: ['list', ['object', { ip: 'string' }]], computed: true },
  },
  block_types: {
    disk: { nesting_mode: 'list', block: { attributes: { category: { type: 'string', optional: true } } } },
    timeouts: {
      nesting_mode: 'single',
      block: { attributes: { create: { type: 'string', optional: true } } },
    },
  },
};

test('a page is compared with the schema name by name, at every depth', async () => {
  const sections = {
    'Argument Reference': [
      '* `name` - (Optional) The name.',
      '* `size` - (Optional, String) The size, of a disk of some `category`.',
      '* `labels` - (Optional) The labels.',
      '  * `team` - (Optional) A key of the map.',
      '* `colour` - (Optional) No such thing.',
      '* `disk` - (Optional) The disk.',
    ].join('\n'),
    'Attributes Reference':
      '* `hosts` - The hosts. Each element contains the following attributes:\n  * `ip` - It.',
  };
  const members = readProviderSchema(schemaOf(thing)).membersOf('resource', 'alicloud_thing');
  const score = comparePage(await parseSections(sections), pageWith(sections), members ?? new Map());
  expect(score.disagreements.map(({ kind, path: name, line }) => [kind, name, line])).toEqual([
    ['required', 'name', 14],
    ['type', 'size', 15],
    ['argument-extra', 'colour', 18],
    ['nesting', 'disk', 19],
    ['argument-missing', 'disk.category', null],
  ]);
  expect(score.unnamed).toEqual(['secret']);
  expect(score.shares).toMatchObject({
    precision: { right: 4, of: 5 },
    recall: { right: 4, of: 5 },
    attributes: { right: 2, of: 2 },
  });
});

test.describe('the 140 real pages against the provider schema', () => {
  needsSharedData();

  test('99 % and more of what the pages really state is read, each disagreement has its verdict', async () => {
    const schema = readFileSync(shared('schema', 'alicloud-1.240.0-ecs-vpc.json'), 'utf8');
    const { scores, unknown } = await scorePages(shared('docs'), schema);
    // A data source that the provider has under another name; the two others are no pages.
    expect(unknown.map((file) => path.basename(file))).toEqual([
      'EDGE-CASES.md',
      'GRAMMAR.md',
      'enhanced_nat_zones.html.markdown',
    ]);
    expect(scores).toHaveLength(139);
    const { judgements, stale } = judge(scores, await readVerdicts(verdictsFile));
    expect(stale).toEqual([]);
    expect(
      judgements.filter(({ verdict }) => verdict === undefined).map(({ disagreement }) => disagreement),
    ).toEqual([]);
    const figures = summarise(scores, judgements);
    for (const figure of figures) {
      const least = figure.measure === 'attributes' ? 0.97 : 0.99;
      expect(fraction(figure), `${figure.kind} ${figure.measure} ${figure.depth ?? 'all'}`).toBeGreaterThan(
        least,
      );
    }
    // What is excused stays little, so that nothing hides behind a verdict.
    const shareOf = (measure: string): number =>
      Math.min(
        ...figures
          .filter((figure) => figure.measure === measure && figure.depth === null)
          .map(({ share }) => share.right / share.of),
      );
    expect(shareOf('precision')).toBeGreaterThan(0.98);
    expect(shareOf('recall')).toBeGreaterThan(0.98);
    expect(shareOf('required')).toBeGreaterThan(0.99);
    expect(shareOf('attributes')).toBeGreaterThan(0.98);
    expect(scores.reduce((sum, { shares }) => sum + shares.precision.of, 0)).toBeGreaterThan(1380);
  });
});
