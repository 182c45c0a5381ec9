import path from 'node:path';
import { python, pythonIn } from '../python.ts';
import { needsTool, toolFolder } from '../tool.ts';
import { tellsTheStory } from './story.ts';
import { expect, test } from './world.ts';

needsTool(python);

const command = (): string => pythonIn(toolFolder(python));
const program = (name: string): string => path.join(import.meta.dirname, '..', 'python', name);

tellsTheStory({ title: 'alibabacloud-ecs20140526', command, args: () => [program('current_sdk.py')] });

for (const format of ['JSON', 'XML']) {
  tellsTheStory({
    title: `aliyun-python-sdk-ecs with ${format}`,
    command,
    args: () => [program('classic_sdk.py'), format],
    // With JSON it compares the server's string to sign with its own, and sees that only the secret is wrong.
    ...(format === 'JSON' && { wrongSecret: { error: { code: 'InvalidAccessKeySecret', status: 400 } } }),
  });
}

for (const auth of ['open', 'strict'] as const) {
  test.describe(`--auth ${auth}`, () => {
    test.use({ auth });
    test('apache-libcloud lists sizes, locations and images; makes, reboots and destroys a node; makes and deletes an image', async ({
      world,
    }) => {
      const { told, ended } = await world.tell(command(), [program('libcloud_driver.py')]);
      expect(told, ended.stderr).toEqual({
        manySizes: true,
        size: { ram: 8, cpu_core_count: 2, instance_type_family: 'ecs.g6' },
        locations: true,
        manyImages: true,
        image: { os: 'linux', owner: 'system' },
        zone: true,
        node: { name: 'web', running: true, description: 'made by Libcloud', vswitch: true },
        rebooted: true,
        volume: true,
        snapshot: true,
        made: { name: 'golden', listed: ['golden'], deleted: true },
        ownImagesLeft: 0,
        data: [true, true, true],
        group: [true, true],
        destroyed: true,
        nodesLeft: 0,
      });
    });
  });
}

test.describe('with a wrong secret', () => {
  test.use({ auth: 'strict' });
  test('apache-libcloud is refused', async ({ world }) => {
    const changed = { ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrong' };
    const { told, ended } = await world.tell(command(), [program('libcloud_driver.py')], changed);
    expect(told, ended.stderr).toMatchObject({ error: { status: 400 } });
    expect(ended.stdout).toContain('SignatureDoesNotMatch');
  });
});
