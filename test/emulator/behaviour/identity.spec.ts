import { expect, test } from './fixtures.ts';

test('an access key is an account of its own, and stays the same one', async ({ as }) => {
  const id = await as('key-a').id();
  expect(id).toMatch(/^1\d{15}$/);
  expect(await as('key-a').id()).toBe(id);
  expect(await as('key-b').id()).not.toBe(id);
});

test('an action that does not exist is refused', async ({ owner }) => {
  await expect(owner.call('NoSuchAction')).rejects.toMatchObject({
    code: 'InvalidAction.NotFound',
    status: 404,
  });
});

test('an action that is known but not implemented says so by name', async ({ owner }) => {
  await expect(owner.call('DescribeBandwidthPackages')).rejects.toMatchObject({
    code: 'alimock.NotImplemented',
    status: 501,
    message: expect.stringContaining('DescribeBandwidthPackages'),
  });
});

test('an unknown region is refused', async ({ owner }) => {
  await expect(owner.in('xx-nowhere').call('DescribeInstances')).rejects.toMatchObject({
    code: 'InvalidRegionId.NotFound',
    status: 404,
  });
});
