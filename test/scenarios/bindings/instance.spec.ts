/** What an update of an instance does, as the provider does it. */
import { expect, test } from '@playwright/test';
import type { Outcome } from '../../../scenarios/drivers/driver.ts';
import type { Value } from '../../../scenarios/scenario.ts';
import { instance, upToInstance } from './example-blocks.ts';
import { sdkSession } from './sdk-session.ts';

const { address } = instance;

test.describe('an instance', () => {
  const session = sdkSession();
  const change = (values: Record<string, Value>): Promise<Outcome> =>
    session.perform({ update: { address, arguments: values } });
  const seen = (name: string): Value | undefined => session.state(address)?.attributes[name];
  const idOf = (one: string): string => session.state(one)?.id ?? '';

  test.beforeEach(async () => {
    for (const { address: one, arguments: values } of upToInstance) {
      const disks = { data_disks: [{ name: 'data', size: '20' }] };
      await session.create(one, one === address ? { ...values, ...disks } : values);
    }
  });

  test('stays in its last security group when all are exchanged: the provider leaves first, and is not told', async () => {
    const group = 'alicloud_security_group.other';
    await session.create(group, { security_group_name: 'other', vpc_id: '${alicloud_vpc.default.id}' });
    const [former] = seen('security_groups') as string[];
    expect(await change({ security_groups: [`\${${group}.id}`] })).toMatchObject({
      ok: true,
      replaced: false,
    });
    expect(seen('security_groups')).toEqual([former, idOf(group)]);
    expect(await change({ security_groups: [`\${${group}.id}`] })).toMatchObject({ ok: true });
    expect(seen('security_groups')).toEqual([idOf(group)]);
  });

  test('joins a deployment set, and leaves it', async () => {
    const set = 'alicloud_ecs_deployment_set.one';
    await session.create(set, { strategy: 'Availability' });
    await change({ status: 'Stopped' });
    expect(await change({ deployment_set_id: `\${${set}.id}` })).toMatchObject({ ok: true, replaced: false });
    expect(seen('deployment_set_id')).toBe(idOf(set));
    expect(await change({ deployment_set_id: '' })).toMatchObject({ ok: true, replaced: false });
    expect(seen('deployment_set_id') ?? '').toBe('');
  });

  test('is made anew with another disk, and not for the same one', async () => {
    expect(await change({ data_disks: [{ name: 'data', size: 20 }] })).toMatchObject({ replaced: false });
    expect(await change({ data_disks: [{ name: 'data', size: 30 }] })).toMatchObject({ replaced: true });
  });
});
