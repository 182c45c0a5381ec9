/** Each change of a launch template is a further version, which says all that the former one said. */
import { expect, test } from '@playwright/test';
import type { Outcome } from '../../../scenarios/drivers/driver.ts';
import type { Value } from '../../../scenarios/scenario.ts';
import { sdkSession } from './sdk-session.ts';

const address = 'alicloud_ecs_launch_template.x';

const template = {
  launch_template_name: 'one',
  instance_name: 'runs',
  user_data: 'no Base64',
  tags: { instance: 'a' },
  template_tags: { template: 'a' },
};

test.describe('a launch template', () => {
  const session = sdkSession();
  const change = (values: Record<string, Value>): Promise<Outcome> =>
    session.perform({ update: { address, arguments: values } });
  const seen = (): Record<string, Value> | undefined => session.state(address)?.attributes;

  test('has tags of its own beside those of its instances', async () => {
    await session.create(address, template);
    expect(seen()).toMatchObject(template);
    session.takeCalls();
    expect(await change({ template_tags: { template: 'b' } })).toMatchObject({ ok: true, replaced: false });
    const actions = session.takeCalls().map(({ action }) => action);
    expect(actions).toContain('TagResources');
    expect(actions).not.toContain('CreateLaunchTemplateVersion');
    expect(await change({ tags: { instance: 'b' } })).toMatchObject({ ok: true, replaced: false });
    expect(session.takeCalls().map(({ action }) => action)).toContain('CreateLaunchTemplateVersion');
    expect(seen()).toMatchObject({ ...template, tags: { instance: 'b' }, template_tags: { template: 'b' } });
  });

  test('takes a change by either of two names, and keeps what neither changes', async () => {
    const system_disk = [{ category: 'cloud_essd', size: 40, name: 'system' }];
    await session.create(address, { ...template, system_disk });
    expect(seen()).toMatchObject({ system_disk_size: 40, system_disk_name: 'system' });

    expect(await change({ system_disk: null, system_disk_size: 50 })).toMatchObject({ replaced: false });
    expect(seen()).toMatchObject({ system_disk_size: 50, system_disk: [{ name: 'system', size: 50 }] });

    expect(await change({ user_data: null, userdata: 'other' })).toMatchObject({ replaced: false });
    expect(seen()).toMatchObject({ user_data: 'other', userdata: 'other', instance_name: 'runs' });

    await change({ system_disk_size: null, system_disk: [{ category: 'cloud_ssd', size: 60 }] });
    expect(seen()).toMatchObject({ system_disk_category: 'cloud_ssd', system_disk_size: 60 });
  });

  test('stays where a configuration no longer says what the API fills in', async () => {
    await session.create(address, { ...template, period: 4 });
    expect(await change({ period: null, user_data: null })).toMatchObject({ ok: true, replaced: false });
    expect(seen()).toMatchObject({ period: 4, user_data: 'no Base64' });
  });
});
