/** The data sources with their filters and outputs, against the emulator. */
import { expect, test } from '@playwright/test';
import { createSdkDriver } from '../../../scenarios/drivers/sdk.ts';
import type { Driver, Outcome } from '../../../scenarios/drivers/driver.ts';
import { memberAt } from '../../../scenarios/drivers/references.ts';
import type { Value } from '../../../scenarios/scenario.ts';

test.describe('data sources', () => {
  let driver: Driver;
  test.beforeAll(() => {
    driver = createSdkDriver();
  });
  test.afterAll(() => driver.close());

  const query = async (
    type: string,
    values: Record<string, Value>,
  ): Promise<{ outcome: Outcome; at: (path: string) => Value | undefined; ids: string[] }> => {
    const session = await driver.open([]);
    const address = `data.${type}.x`;
    const outcome = await session.perform({ create: { address, arguments: values } });
    const attributes = session.state(address)?.attributes ?? {};
    await session.close();
    const ids = attributes['ids'];
    return {
      outcome,
      at: (path) => memberAt(attributes, path.split('.')),
      ids: Array.isArray(ids) ? ids.map(String) : [],
    };
  };

  test('zones are sorted, and say more only when asked to', async () => {
    const { ids, at } = await query('alicloud_zones', { available_resource_creation: 'Instance' });
    expect(ids.length).toBeGreaterThan(1);
    expect(ids).toEqual([...ids].sort());
    expect(at('zones.*.id')).toEqual(ids);
    expect(at('zones.0.local_name')).toBe('');
    expect(at('id')).toMatch(/^\d+$/);
    const detailed = await query('alicloud_zones', { enable_details: true });
    expect(detailed.at('zones.0.local_name')).toMatch(/./);
    expect(detailed.at('zones.0.available_disk_categories')).toContain('cloud_essd');
  });

  test('zones can be asked for what they offer', async () => {
    const all = await query('alicloud_zones', {});
    const withType = await query('alicloud_zones', { available_instance_type: 'ecs.sn1ne.large' });
    expect(withType.ids.length).toBeGreaterThan(0);
    expect(all.ids).toEqual(expect.arrayContaining(withType.ids));
    const none = await query('alicloud_zones', { available_instance_type: 'ecs.no-such.large' });
    expect(none.ids).toEqual([]);
    const wrong = await query('alicloud_zones', { available_instance_type: 'large' });
    expect(wrong.outcome).toMatchObject({ ok: false, kind: 'invalid-value' });
  });

  test('instance types of a family, with what each has', async () => {
    const { ids, at } = await query('alicloud_instance_types', { instance_type_family: 'ecs.sn1ne' });
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) expect(id).toMatch(/^ecs\.sn1ne\./);
    expect(at('instance_types.0')).toMatchObject({
      id: ids[0],
      family: 'ecs.sn1ne',
      cpu_core_count: expect.any(Number),
      memory_size: expect.any(Number),
      gpu: { amount: '0', category: '' },
    });
    expect(at('instance_types.0.availability_zones.0')).toMatch(/^cn-hangzhou-/);
  });

  test('instance types by size, sorted, and in one zone only', async () => {
    const { ids, at } = await query('alicloud_instance_types', { cpu_core_count: 2, sorted_by: 'Memory' });
    expect(ids.length).toBeGreaterThan(1);
    const cores = at('instance_types.*.cpu_core_count');
    expect(Array.isArray(cores) && new Set(cores)).toEqual(new Set([2]));
    const memory = at('instance_types.*.memory_size');
    expect(memory).toEqual(Array.isArray(memory) ? memory.map(Number).sort((a, b) => a - b) : null);
    const nowhere = await query('alicloud_instance_types', { availability_zone: 'cn-beijing-a' });
    expect(nowhere.outcome).toMatchObject({ ok: false, kind: 'invalid-value' });
  });

  test('public images by an expression, as the seed page asks', async () => {
    const { ids, at } = await query('alicloud_images', {
      name_regex: '^ubuntu_[0-9]+_[0-9]+_x64*',
      owners: 'system',
    });
    expect(ids.length).toBeGreaterThan(1);
    const names = at('images.*.name');
    for (const name of Array.isArray(names) ? names : []) expect(name).toMatch(/^ubuntu_\d+_\d+_x64/);
    expect(at('images.0')).toMatchObject({
      id: ids[0],
      image_id: ids[0],
      image_owner_alias: 'system',
      status: 'Available',
      os_type: 'linux',
      architecture: 'x86_64',
    });
  });

  test('the newest image, and own images, of which there are none', async () => {
    const all = await query('alicloud_images', { name_regex: '^ubuntu', owners: 'system' });
    const newest = await query('alicloud_images', {
      name_regex: '^ubuntu',
      owners: 'system',
      most_recent: true,
    });
    expect(newest.ids).toHaveLength(1);
    const times = all.at('images.*.creation_time');
    const latest = Array.isArray(times) ? times.map(String).sort().at(-1) : null;
    expect(newest.at('images.0.creation_time')).toBe(latest);
    expect((await query('alicloud_images', { owners: 'self' })).ids).toEqual([]);
  });

  test('images ask for one filter at least, and for an expression that is one', async () => {
    const { outcome } = await query('alicloud_images', { os_type: 'linux' });
    expect(outcome).toMatchObject({ ok: false, kind: 'invalid-value' });
    const wrong = await query('alicloud_images', { name_regex: 'ubuntu_[' });
    expect(wrong.outcome).toMatchObject({ ok: false, kind: 'invalid-value' });
  });
});
