/** A driver takes the calls of its own sessions only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { createSdkDriver } from '../../../scenarios/drivers/sdk.ts';

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

test('other requests of the process are let through, while a driver is open and after', async () => {
  const server = createServer((_, response) => response.end('from outside'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const get = async (): Promise<string> =>
    (await fetch(`http://127.0.0.1:${isAddress(address) ? address.port : 0}/`)).text();
  const driver = createSdkDriver();
  try {
    const session = await driver.open([]);
    expect(await get()).toBe('from outside');
    const verb = { create: { address: 'alicloud_vpc.a', arguments: { cidr_block: '10.0.0.0/8' } } };
    expect(await session.perform(verb)).toMatchObject({ ok: true });
    await driver.close();
    expect(await get()).toBe('from outside');
  } finally {
    await driver.close();
    server.close();
  }
});

test('a driver can be opened again after it was closed', async () => {
  const driver = createSdkDriver();
  for (let attempt = 1; attempt <= 2; attempt++) {
    const session = await driver.open([
      { address: 'alicloud_vpc.a', arguments: { cidr_block: '10.0.0.0/8' } },
    ]);
    expect(await session.leftovers()).toHaveLength(1);
    await driver.close();
  }
});
