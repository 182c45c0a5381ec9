import { expect, test } from '@playwright/test';
import { createEmulator } from '../../../emulator/index.ts';
import { applySeed } from '../../../emulator/server/apply-seed.ts';
import { declaredAccounts, readSeed } from '../../../emulator/server/seed-file.ts';
import { Account, sendDirectly } from '../api-client.ts';

const source = `
accounts:
  - name: owner
    id: '1000000000000001'
    keys: [{ id: owner-key, secret: s1 }, { id: second-key, secret: s2 }]
    quotas: { imageShareAccounts: 2 }
  - name: guest
    keys: [{ id: guest-key }]
vpcs:
  - account: owner
    name: main
    cidr: 10.0.0.0/8
    vswitches: [{ name: a, zone: cn-hangzhou-h, cidr: 10.0.1.0/24 }]
    securityGroups: [{ name: web }]
  - account: guest
    name: theirs
    vswitches: [{ name: a, zone: cn-hangzhou-h, cidr: 172.16.0.0/24 }]
    securityGroups: [{ name: web }]
images:
  - { account: owner, name: golden, platform: Ubuntu, shareWith: [guest, '1999999999999999'] }
instances:
  - { account: owner, name: web, type: ecs.g6.large, image: golden, vswitch: a, securityGroup: web, count: 2 }
  - { account: guest, name: borrowed, type: ecs.g6.large, image: golden, vswitch: a, securityGroup: web }
`;

test('accounts, quotas, networks, images with shares and instances are there', async () => {
  const seed = readSeed(source, 'seed.yaml');
  const emulator = createEmulator({ accounts: declaredAccounts(seed) });
  applySeed(seed, emulator, 'seed.yaml');
  const as = (key: string): Account => new Account(sendDirectly(emulator), key, 'cn-hangzhou');
  expect([await as('owner-key').id(), await as('second-key').id()]).toEqual([
    '1000000000000001',
    '1000000000000001',
  ]);
  const images = await as('guest-key').call('DescribeImages', { ImageOwnerAlias: 'others' });
  expect(images.at('Images.Image.0')).toMatchObject({ ImageName: 'golden', Status: 'Available', Size: 40 });
  const ImageId = images.text('Images.Image.0.ImageId');
  const own = await as('owner-key').call('DescribeInstances');
  expect(
    own.list('Instances.Instance').map((instance) => [instance.at('Status'), instance.at('ImageId')]),
  ).toEqual([
    ['Running', ImageId],
    ['Running', ImageId],
  ]);
  expect((await as('guest-key').call('DescribeInstances')).at('Instances.Instance.0')).toMatchObject({
    InstanceName: 'borrowed',
    ImageId,
  });
  await expect(
    as('owner-key').call('ModifyImageSharePermission', { ImageId, AddAccount: ['1888888888888888'] }),
  ).rejects.toMatchObject({ code: 'QuotaExceed.ShareImageUser' });
});

test('mistakes are told with file, line and column, all of them', () => {
  const bad = `accounts:
  - name: owner
    id: 1000000000000001
    keys: []
vpcs:
  - account: nobody
    region: xx-nowhere
    name: main
    colour: red
images:
  - { account: owner, name: golden, shareWith: [stranger] }
`;
  let message = '';
  try {
    readSeed(bad, 'my.yaml');
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  const lines = message.split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^my\.yaml:3:9 accounts\.0\.id: .*quotes/));
  expect(lines).toContainEqual(expect.stringMatching(/^my\.yaml:4:11 accounts\.0\.keys: /));
  expect(lines).toContainEqual(
    expect.stringMatching(/^my\.yaml:7:13 vpcs\.0\.region: there is no such region/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^my\.yaml:6:5 vpcs\.0: .*colour/));
});

test('a name that is not declared is told where it is used', () => {
  const bad = `accounts: [{ name: owner, keys: [{ id: k }] }]
images:
  - { account: owner, name: golden, shareWith: [stranger] }
instances:
  - { account: nobody, name: i, type: t, image: golden, vswitch: a, securityGroup: b }
`;
  expect(() => readSeed(bad, 'my.yaml')).toThrow(
    /my\.yaml:5:16 instances\.0\.account: there is no account nobody under accounts\nmy\.yaml:3:49 images\.0\.shareWith\.0: stranger/,
  );
});

test('what is no YAML is told with its place; endless aliases are refused', () => {
  expect(() => readSeed('accounts: [\n  - {', 'my.yaml')).toThrow(/^my\.yaml:\d+:\d+ /);
  expect(() => readSeed('a: 1\na: 2\n', 'my.yaml')).toThrow(/^my\.yaml:2:1 .*unique/);
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (let at = 1; at < 9; at++) {
    const before = String.fromCharCode(96 + at);
    const name = String.fromCharCode(97 + at);
    bomb.push(`${name}: &${name} [${Array<string>(9).fill(`*${before}`).join(',')}]`);
  }
  expect(() => readSeed(bomb.join('\n'), 'my.yaml')).toThrow(/my\.yaml:1:1 .*alias/i);
  expect(readSeed('', 'my.yaml').accounts).toEqual([]);
});

test('what ECS refuses is refused with its error', () => {
  const seed = readSeed(
    `accounts: [{ name: owner, keys: [{ id: k }] }]
instances: [{ account: owner, name: i, type: ecs.none, image: m-none, vswitch: vsw-none, securityGroup: sg-none }]`,
    'my.yaml',
  );
  expect(() => applySeed(seed, createEmulator(), 'my.yaml')).toThrow(
    /my\.yaml: the instance i cannot be made: RunInstances answers Invalid/,
  );
});
