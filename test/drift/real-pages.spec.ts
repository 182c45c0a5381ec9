/** Issue 6: the 140 real pages against the provider schema. True findings only, and all kinds that are there. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parsePage } from '../../docs-parser/index.ts';
import { openSource, pageSurface } from '../../drift/index.ts';
import type { Drift } from '../../drift/index.ts';
import { needsSharedData, shared } from '../shared-data.ts';
import { realDrift } from './real-drift.ts';

/** The member of a JSON text that a pointer names. */
const at = (data: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      data,
    );

test.describe('the 140 real pages against the schema', () => {
  needsSharedData();
  let found: Drift[] = [];
  test.beforeAll(async () => {
    found = await realDrift();
  });

  const has = (kind: string, type: string, path: string | null): boolean =>
    found.some((drift) => drift.kind === kind && drift.subject.name === type && drift.path === path);

  test('finds what other surveys of these pages found, kind by kind', () => {
    const count = (kind: string): number => found.filter((drift) => drift.kind === kind).length;
    // Settable keys that resource pages leave out: 71 on the ECS pages, by a survey of the provider's Go files.
    const settable = found.filter(
      ({ kind, subject, detail }) => kind === 'undocumented' && subject.kind === 'resource' && detail === '',
    );
    expect(settable.length).toBeGreaterThanOrEqual(71);
    // Deprecated in the provider and not flagged on the page: 16 on the ECS pages, by the same survey.
    const unflagged = found.filter(
      ({ kind, severity, path }) => kind === 'deprecated' && severity === 'warning' && path !== null,
    );
    expect(unflagged.length).toBeGreaterThanOrEqual(16);
    for (const kind of ['documented-only', 'required-optional', 'computed', 'type', 'nesting', 'timeouts']) {
      expect(count(kind), kind).toBeGreaterThan(0);
    }
    expect(has('undocumented', 'alicloud_disk', 'bursting_enabled')).toBe(true);
    expect(has('deprecated', 'alicloud_launch_template', 'userdata')).toBe(true);
    expect(has('required-optional', 'alicloud_disk', 'availability_zone')).toBe(true);
    expect(has('computed', 'alicloud_havip', 'master_instance_id')).toBe(true);
    expect(has('documented-only', 'alicloud_snapshots', 'disk_id')).toBe(true);
    expect(has('type', 'alicloud_ecs_auto_snapshot_policy', 'target_copy_regions')).toBe(true);
    expect(has('nesting', 'alicloud_key_pairs', 'key_pairs.instances.tags')).toBe(true);
    expect(has('timeouts', 'alicloud_ecs_image_pipeline_execution', 'timeouts.delete')).toBe(true);
  });

  test('every finding holds when page and schema are looked at in another way', () => {
    const schema: unknown = JSON.parse(
      readFileSync(shared('schema', 'alicloud-1.240.0-ecs-vpc.json'), 'utf8'),
    );
    for (const { kind, path, from, against, message } of found) {
      const page = readFileSync(from.place.file, 'utf8').split('\n');
      const line = page[(from.place.position?.line ?? 0) - 1] ?? '';
      expect(line.trim(), message).toBe(from.place.quote);
      if (against.place.pointer !== undefined) {
        expect(at(schema, against.place.pointer), `${message} ${against.place.pointer}`).toBeDefined();
      }
      const name = path?.split('.').at(-1) ?? '';
      const isTop = path !== null && !path.includes('.');
      const bullet = new RegExp(`^[*-] *\`${name}\``);
      if (isTop && kind === 'undocumented' && !from.states) {
        expect(
          page.filter((text) => bullet.test(text)),
          message,
        ).toEqual([]);
      }
      if (isTop && kind === 'documented-only') expect(line, message).toContain(`\`${name}\``);
      if (kind === 'deprecated' && path !== null && against.place.pointer !== undefined) {
        expect(at(schema, `${against.place.pointer}/deprecated`) === true, message).not.toBe(
          /deprecated/i.test(line),
        );
      }
      if (kind === 'required-optional') {
        expect(/\((?:Require|Required)\b/.test(line), message).not.toBe(
          at(schema, `${against.place.pointer ?? ''}/required`) === true,
        );
      }
    }
  });

  test('a pointer leads to the very member', () => {
    const pointers = found
      .map(({ against }) => against.place.pointer)
      .filter((pointer) => pointer !== undefined);
    expect(pointers.length).toBeGreaterThan(found.length * 0.9);
  });
});

test.describe('the ECS resource pages against the SDK source', () => {
  needsSharedData();

  test('ForceNew that only the page states is found, in blocks too, and no page is passed over', async () => {
    const sdk = await openSource('sdk');
    const found: Drift[] = [];
    for (const name of readdirSync(shared('docs', 'r')).sort()) {
      const file = shared('docs', 'r', name);
      const source = readFileSync(file, 'utf8');
      if (!source.includes('subcategory: "ECS"')) continue;
      const spec = await parsePage(source, { file });
      found.push(...(await sdk.compare({ surface: pageSurface({ spec, source }), page: { spec, source } })));
    }
    expect(found.filter(({ kind }) => kind === 'not-compared')).toEqual([]);
    // Each is ForceNew on its line, and has no `ForceNew: true` in the provider's file.
    expect(
      found
        .filter(({ kind, severity }) => kind === 'force-new' && severity === 'warning')
        .map(({ subject, path, from }) => `${subject.name}:${from.place.position?.line} ${path}`),
    ).toEqual([
      'alicloud_disk:43 category',
      'alicloud_ecs_disk:75 instance_id',
      'alicloud_image_import:81 license_type',
      'alicloud_instance:276 data_disks.performance_level',
      'alicloud_key_pair:42 public_key',
      'alicloud_snapshot:36 name',
      'alicloud_snapshot:38 resource_group_id',
      'alicloud_snapshot:39 description',
    ]);
  });
});
