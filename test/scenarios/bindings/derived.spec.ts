/** Bindings that follow from a declaration, the provider's facts and the SDK's models. */
import { expect, test } from '@playwright/test';
import { derivedBinding, derivedTypes } from '../../../scenarios/bindings/derived/index.ts';
import { sdkSession } from './sdk-session.ts';

test('every declared type has the provider’s facts and actions that the API has', () => {
  for (const kind of ['resource', 'data'] as const) {
    for (const type of derivedTypes(kind)) {
      const binding = derivedBinding(kind, type);
      expect(binding?.type, type).toBe(type);
      expect(binding?.kind).toBe(kind);
    }
  }
  expect(derivedTypes('resource').length).toBeGreaterThan(40);
});

test('what the provider says beside its schema’s JSON is in the facts', () => {
  const disk = derivedBinding('resource', 'alicloud_ecs_disk');
  expect(disk?.arguments['zone_id']).toMatchObject({ type: 'string', forceNew: true });
  expect(disk?.arguments['payment_type']?.allowed).toEqual(['PayAsYouGo', 'Subscription']);
  const reserved = derivedBinding('resource', 'alicloud_reserved_instance');
  expect(reserved?.arguments['offering_type']?.allowed).toEqual([
    'No Upfront',
    'Partial Upfront',
    'All Upfront',
  ]);
  // The resize mode is written and never read back, though the API's disks have a Type.
  expect(disk?.arguments['type']?.writeOnly).toBe(true);
});

test.describe('against the emulator', () => {
  const session = sdkSession();
  const { create } = session;

  const disk = {
    zone_id: 'cn-hangzhou-i',
    category: 'cloud_essd',
    size: 40,
    disk_name: 'first',
    payment_type: 'PayAsYouGo',
    tags: { a: '1' },
  };

  test('a disk is made, read, changed by the actions that have the argument, and deleted', async () => {
    expect(await create('alicloud_ecs_disk.x', disk)).toMatchObject({ ok: true });
    expect(session.state('alicloud_ecs_disk.x')?.attributes).toMatchObject({ ...disk, status: 'Available' });
    session.takeCalls();
    const update = { disk_name: 'second', size: 60, type: 'online', tags: { b: '2' } };
    const changed = await session.perform({ update: { address: 'alicloud_ecs_disk.x', arguments: update } });
    expect(changed).toMatchObject({ ok: true, replaced: false });
    expect(session.state('alicloud_ecs_disk.x')?.attributes).toMatchObject({
      disk_name: 'second',
      size: 60,
      tags: { b: '2' },
    });
    const actions = session.takeCalls().map(({ action }) => action);
    for (const action of ['UntagResources', 'TagResources', 'ResizeDisk', 'ModifyDiskAttribute']) {
      expect(actions).toContain(action);
    }
    expect(await session.perform({ delete: 'alicloud_ecs_disk.x' })).toMatchObject({ ok: true });
    expect(await session.leftovers()).toEqual([]);
  });

  test('of a list that changes, what is new is added and what is no more is removed', async () => {
    const entry = (cidr: string) => ({ cidr, description: cidr });
    const [one, two, three] = ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24'].map(entry);
    const list = { address_family: 'IPv4', max_entries: 2, prefix_list_name: 'alimock' };
    const address = 'alicloud_ecs_prefix_list.x';
    expect(await create(address, { ...list, entry: [one ?? {}, two ?? {}] })).toMatchObject({ ok: true });
    session.takeCalls();
    await session.perform({ update: { address, arguments: { entry: [two ?? {}, three ?? {}] } } });
    expect(session.state(address)?.attributes['entry']).toEqual([two, three]);
    expect(session.takeCalls().filter(({ action }) => action === 'ModifyPrefixList')).toHaveLength(2);
  });

  test('an update of what its id names is told so', async () => {
    const address = 'alicloud_ecs_session_manager_status.x';
    await create(address, { session_manager_status_name: 'sessionManagerStatus', status: 'Enabled' });
    await session.perform({ update: { address, arguments: { status: 'Disabled' } } });
    expect(session.state(address)?.attributes['status']).toBe('Disabled');
  });

  test('an id of two parts names both arguments, and imports', async () => {
    await create('alicloud_ecs_disk.x', disk);
    await create('alicloud_ecs_auto_snapshot_policy.x', {
      repeat_weekdays: ['1'],
      time_points: ['1'],
      retention_days: 7,
    });
    const attachment = 'alicloud_ecs_auto_snapshot_policy_attachment.x';
    const made = await create(attachment, {
      auto_snapshot_policy_id: '${alicloud_ecs_auto_snapshot_policy.x.id}',
      disk_id: '${alicloud_ecs_disk.x.id}',
    });
    expect(made).toMatchObject({ ok: true });
    const { id = '', attributes } = session.state(attachment) ?? {};
    expect(attributes).toMatchObject({
      auto_snapshot_policy_id: id.split(':')[0],
      disk_id: id.split(':')[1],
    });
    const copy = 'alicloud_ecs_auto_snapshot_policy_attachment.imported';
    expect(await session.perform({ import: { address: copy, id } })).toMatchObject({ ok: true });
    expect(session.state(copy)?.attributes).toEqual(attributes);
    const malformed = await session.perform({ import: { address: `${attachment}2`, id: 'one-part' } });
    expect(malformed).toMatchObject({ ok: false, kind: 'invalid-value' });
  });

  test('a data source filters by ids and by the expression, and gives each attribute a value', async () => {
    await create('alicloud_ecs_disk.x', disk);
    await create('alicloud_ecs_disk.y', { ...disk, disk_name: 'other' });
    const id = session.state('alicloud_ecs_disk.x')?.id ?? '';
    await create('data.alicloud_ecs_disks.all', { name_regex: '^(first|other)$' });
    await create('data.alicloud_ecs_disks.one', { ids: [id] });
    await create('data.alicloud_ecs_disks.none', { name_regex: '^nothing$' });
    const idsOf = (name: string) => session.state(`data.alicloud_ecs_disks.${name}`)?.attributes['ids'];
    expect(idsOf('all')).toHaveLength(2);
    expect(idsOf('one')).toEqual([id]);
    expect(idsOf('none')).toEqual([]);
    const disks = session.state('data.alicloud_ecs_disks.one')?.attributes['disks'];
    expect(disks).toMatchObject([{ disk_name: 'first', payment_type: 'PayAsYouGo', instance_id: '' }]);
  });

  test('an example that names a zone plays in that zone’s region', async () => {
    const beijing = await session.open([], 'cn-beijing');
    const values = { ...disk, zone_id: 'cn-beijing-h' };
    const made = await beijing.perform({ create: { address: 'alicloud_ecs_disk.x', arguments: values } });
    expect(made).toMatchObject({ ok: true });
    expect(await create('alicloud_ecs_disk.x', values)).toMatchObject({ ok: false, kind: 'not-found' });
    await beijing.close();
  });
});
