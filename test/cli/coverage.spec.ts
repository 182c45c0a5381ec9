/** What the table of coverage is made of. That docs/coverage.md is current is in test/package/schemas.spec.ts. */
import { expect, test } from '@playwright/test';
import { coverage } from '../../cli/coverage/table.ts';
import { createEmulator } from '../../emulator/index.ts';
import { onRequestRead } from '../../emulator/wire/observed-request.ts';
import { products } from '../../emulator/wire/products.ts';

const call = (version: string, action: string, parameters: Record<string, string> = {}) =>
  createEmulator().dispatch({
    ...{ version, action, parameters: new Map(Object.entries(parameters)) },
    ...{ accessKeyId: 'me', securityToken: '', format: 'JSON', host: 'ecs.cn-hangzhou.aliyuncs.com' },
  });

test('each parameter of an emulated action is honoured or without effect', () => {
  const ecs = coverage().products.find(({ product }) => product === 'Ecs');
  const share = ecs?.parameters.find(({ action }) => action === 'ModifyImageSharePermission');
  const accounts = ['AddAccount', 'ImageId', 'RegionId', 'RemoveAccount'];
  expect(share?.honoured).toEqual(expect.arrayContaining(accounts));
  expect(share?.honoured.filter((name) => share.withoutEffect.includes(name))).toEqual([]);
});

test('what an operation looks at is told, whether it was given or not', () => {
  const seen = new Set<string>();
  onRequestRead((product, action, property) => seen.add(`${product} ${action} ${property}`));
  call('2014-05-26', 'DescribeRegions');
  call('2014-05-26', 'DescribeKeyPairs', { RegionId: 'cn-hangzhou' });
  onRequestRead(undefined);
  expect([...seen]).toContain('Ecs DescribeKeyPairs keyPairName');
  expect([...seen]).not.toContain('Ecs DescribeKeyPairs ownerId');
  const known = seen.size;
  call('2014-05-26', 'DescribeZones', { RegionId: 'cn-hangzhou' });
  expect(seen.size).toBe(known);
});

test('an action that is not emulated checks its parameters first, then answers 501 by its name', () => {
  for (const { product, version, missing } of coverage().products) {
    for (const action of missing) {
      const shapes = products.find(({ name }) => name === product)?.shapesOf(action);
      const { body, status } = call(version, action);
      const demanding = (shapes?.request.fields ?? []).some(({ isRequired }) => isRequired);
      // The status of a missing parameter is the action's own, the code is not.
      expect(status === 501, `${product} ${action}`).toBe(!demanding);
      expect(body).toContain(demanding ? 'MissingParameter' : action);
    }
  }
});
