import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packer, packerIn, packerPluginsIn } from '../packer.ts';
import { needsTool, toolFolder } from '../tool.ts';
import { expect, runProgram, test } from './world.ts';
import type { Ended, World } from './world.ts';

needsTool(packer);

const template = path.join(import.meta.dirname, '..', 'packer', 'image.pkr.hcl');

const build = async (
  { environment }: World,
  options: readonly string[] = [],
  secret = environment['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] ?? '',
): Promise<Ended> => {
  const folder = toolFolder(packer);
  const home = mkdtempSync(path.join(tmpdir(), 'alimock-packer-'));
  const variables = {
    endpoint: environment['ENDPOINT'],
    access_key: environment['ALIBABA_CLOUD_ACCESS_KEY_ID'],
    secret_key: secret,
    source_image: environment['IMAGE_ID'],
    share_with: environment['SHARE_WITH'],
  };
  const values = Object.entries(variables).map(([name, value]) => `-var=${name}=${value ?? ''}`);
  try {
    return await runProgram(packerIn(folder), ['build', '-color=false', ...options, ...values, template], {
      cwd: home,
      env: {
        PACKER_PLUGIN_PATH: packerPluginsIn(folder),
        PACKER_CONFIG_DIR: home,
        // Packer asks its maker for newer versions unless this is set.
        CHECKPOINT_DISABLE: '1',
      },
    });
  } finally {
    rmSync(home, { recursive: true });
  }
};

/** The id that a successful build prints last. */
const imageIdIn = ({ stdout }: Ended): string => {
  const id = /cn-hangzhou: (m-\w+)/.exec(stdout)?.[1];
  if (id === undefined) throw new Error(`no image in ${stdout}`);
  return id;
};

for (const auth of ['open', 'strict'] as const) {
  test.describe(`--auth ${auth}`, () => {
    test.use({ auth });

    test('Packer makes an image and shares it, and leaves nothing else behind', async ({ world }) => {
      const ended = await build(world);
      expect(ended.exitCode, ended.stdout + ended.stderr).toBe(0);
      const imageId = imageIdIn(ended);
      const image = {
        ImageId: imageId,
        ImageName: 'golden',
        Description: 'made by Packer',
        Status: 'Available',
        Tags: { Tag: [{ TagKey: 'team', TagValue: 'web' }] },
      };
      expect(await world.call('owner', 'DescribeImages', { ImageOwnerAlias: 'self' })).toMatchObject({
        TotalCount: 1,
        Images: { Image: [image] },
      });
      expect(await world.call('other', 'DescribeImages', { ImageOwnerAlias: 'others' })).toMatchObject({
        Images: { Image: [{ ImageId: imageId, ImageOwnerAlias: 'others' }] },
      });
      expect(await world.call('owner', 'DescribeInstances')).toMatchObject({ TotalCount: 0 });
      expect(await world.call('owner', 'DescribeKeyPairs')).toMatchObject({ TotalCount: 0 });
      expect(await world.call('owner', 'DescribeSecurityGroups')).toMatchObject({ TotalCount: 1 });
      expect(await world.call('owner', 'DescribeVpcs')).toMatchObject({
        TotalCount: 1,
        Vpcs: { Vpc: [{ VpcName: 'net' }] },
      });
    });
  });
}

test('a second build is refused for its name; -force replaces an image that is no longer shared', async ({
  world,
}) => {
  const first = await build(world);
  const imageId = imageIdIn(first);
  const refused = await build(world);
  expect(refused.exitCode).toBe(1);
  expect(refused.stdout).toContain("Image Name: 'golden' is used by an existing alicloud image");

  // The plugin deletes without Force, and ECS keeps what is shared.
  const shared = await build(world, ['-force']);
  expect(shared.exitCode).toBe(1);
  expect(shared.stdout).toContain('ImageUseShared');

  await world.call('owner', 'ModifyImageSharePermission', {
    ImageId: imageId,
    'RemoveAccount.1': world.environment['SHARE_WITH'],
  });
  const replaced = await build(world, ['-force']);
  expect(replaced.exitCode, replaced.stdout).toBe(0);
  expect(imageIdIn(replaced)).not.toBe(imageId);
  expect(await world.call('owner', 'DescribeImages', { ImageOwnerAlias: 'self' })).toMatchObject({
    TotalCount: 1,
    Images: { Image: [{ ImageId: imageIdIn(replaced) }] },
  });
  expect(await world.call('owner', 'DescribeSnapshots')).toMatchObject({ TotalCount: 1 });
});

test.describe('with a wrong secret', () => {
  test.use({ auth: 'strict' });
  test('Packer is refused and told why', async ({ world }) => {
    const { exitCode, stdout } = await build(world, [], 'wrong');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('SignatureDoesNotMatch');
    expect(stdout).toContain('InvalidAccessKeySecret');
  });
});
