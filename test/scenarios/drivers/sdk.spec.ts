/** The sdk driver: sessions, prerequisites, verbs. */
import { expect, test } from '@playwright/test';
import { createEmulator, ManualClock } from '../../../emulator/index.ts';
import { createSdkDriver } from '../../../scenarios/drivers/sdk.ts';
import type { SdkDriverOptions } from '../../../scenarios/drivers/sdk.ts';
import { PrerequisiteError } from '../../../scenarios/drivers/driver.ts';
import type { Driver, Session } from '../../../scenarios/drivers/driver.ts';
import type { GivenBlock, Value, Verb } from '../../../scenarios/scenario.ts';
import { scenario } from '../run/fake-driver.ts';

const vpc: GivenBlock = {
  address: 'alicloud_vpc.a',
  arguments: { cidr_block: '10.0.0.0/8', vpc_name: 'one' },
};
const group: GivenBlock = {
  address: 'alicloud_security_group.a',
  arguments: { security_group_name: 'group', vpc_id: '${alicloud_vpc.a.id}' },
};

/** Runs with a driver of its own, and closes it. */
const withDriver = async (
  work: (driver: Driver) => Promise<void>,
  options: SdkDriverOptions = {},
): Promise<void> => {
  const driver = createSdkDriver(options);
  try {
    await work(driver);
  } finally {
    await driver.close();
  }
};

const idOf = (session: Session, address: string): string => session.state(address)?.id ?? '';

const create = (session: Session, block: GivenBlock, rest: Partial<Verb> = {}) =>
  session.perform({ create: block, ...rest });

test('prerequisites are made once for all sessions, and no session sees what another does', async () => {
  const emulator = createEmulator();
  await withDriver(
    async (driver) => {
      const first = await driver.open([vpc, group]);
      const second = await driver.open([vpc, group]);
      expect(idOf(first, vpc.address)).toMatch(/^vpc-/);
      expect(idOf(second, vpc.address)).toBe(idOf(first, vpc.address));

      expect(await first.perform({ destroy: 'everything' })).toMatchObject({ ok: true });
      expect(await first.leftovers()).toEqual([]);
      expect(first.takeCalls().map(({ action }) => action)).toContain('DeleteVpc');
      expect(second.takeCalls()).toEqual([]);
      const state = second.state(vpc.address);
      expect(state && (await second.read(state))).not.toBeNull();

      const third = await driver.open([vpc, group]);
      expect(await third.leftovers()).toHaveLength(2);
    },
    { emulator },
  );
  expect(emulator.snapshot().tables.vpcs).toEqual([]);
});

test('sessions work at the same time without disturbing one another', async () => {
  await withDriver(async (driver) => {
    const sessions = await Promise.all(Array.from({ length: 8 }, () => driver.open([vpc])));
    const outcomes = await Promise.all(
      sessions.map((session, at) =>
        session.perform({ update: { address: vpc.address, arguments: { vpc_name: `name-${at}` } } }),
      ),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const names = sessions.map((session) => session.state(vpc.address)?.attributes['vpc_name']);
    expect(names).toEqual(sessions.map((_, at) => `name-${at}`));
  });
});

test('two drivers at once have worlds of their own, and one may close before the other', async () => {
  await withDriver(async (one) => {
    const session = await one.open([vpc]);
    await withDriver(async (other) => {
      const elsewhere = await other.open([]);
      expect(
        await elsewhere.perform({ import: { address: vpc.address, id: idOf(session, vpc.address) } }),
      ).toMatchObject({
        ok: false,
        kind: 'not-found',
      });
    });
    expect(await session.perform({ read: vpc.address })).toMatchObject({ ok: true, result: true });
  });
});

test('the actors are accounts of their own', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([vpc]);
    const accounts = ['owner', 'recipient', 'stranger'].map((actor) =>
      session.resolve(`\${account.${actor}}`),
    );
    expect(new Set(accounts).size).toBe(3);
    for (const account of accounts) expect(account).toMatch(/^\d{16}$/);
    const stolen: Verb = {
      import: { address: 'alicloud_vpc.b', id: '${alicloud_vpc.a.id}' },
      as: 'recipient',
    };
    expect(await session.perform(stolen)).toMatchObject({ ok: false, kind: 'not-found' });
  });
});

test('a prerequisite that cannot be made is named with its calls', async () => {
  await withDriver(async (driver) => {
    const bad: GivenBlock = { address: 'alicloud_vpc.bad', arguments: { cidr_block: '1.2.3.4/99' } };
    for (const attempt of [1, 2]) {
      const error: unknown = await driver.open([vpc, bad]).catch((reason: unknown) => reason);
      expect(error, `attempt ${attempt}`).toBeInstanceOf(PrerequisiteError);
      if (!(error instanceof PrerequisiteError)) return;
      expect(error.address).toBe('alicloud_vpc.bad');
      expect(error.message).toMatch(/^refused \(invalid-value\): Invalid/);
      expect(error.calls.map(({ action, account, status }) => [action, account, status])).toEqual([
        ['CreateVpc', 'owner', 400],
      ]);
    }
  });
});

test('what Terraform refuses before any call makes no call', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([]);
    const attempts: readonly (readonly [Record<string, Value>, string])[] = [
      [{ account_id: '1' }, 'missing-argument'],
      [{ account_id: '1', image_id: 'm-1', colour: 'red' }, 'unknown-argument'],
      [{ account_id: ['1'], image_id: 'm-1' }, 'invalid-value'],
    ];
    for (const [values, kind] of attempts) {
      const block = { address: 'alicloud_image_share_permission.a', arguments: values };
      expect(await create(session, block)).toMatchObject({ ok: false, kind });
    }
    expect(session.takeCalls()).toEqual([]);
  });
});

test('createMany counts, and says how many stood before a refusal', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([]);
    const many = { address: 'alicloud_vpc.n', arguments: { cidr_block: '10.${number}.0.0/16' } };
    expect(await session.perform({ createMany: { ...many, times: 3 } })).toEqual({
      ok: true,
      replaced: false,
      result: 3,
    });
    expect(session.state('alicloud_vpc.n-3')?.attributes['cidr_block']).toBe('10.3.0.0/16');
    const more = await session.perform({ createMany: { ...many, times: 20, from: 4 } });
    expect(more).toMatchObject({ ok: false, kind: 'quota', done: 7 });
  });
});

test('an update changes in place or replaces, as the provider does', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([vpc, group]);
    const before = idOf(session, group.address);
    const change = (values: Record<string, Value>) =>
      session.perform({ update: { address: group.address, arguments: values } });
    expect(await change({ security_group_name: 'group' })).toMatchObject({ ok: true, replaced: false });
    expect(await change({ security_group_name: 'new' })).toMatchObject({ ok: true, replaced: false });
    expect(idOf(session, group.address)).toBe(before);
    expect(await change({ security_group_type: 'enterprise' })).toMatchObject({ ok: true, replaced: true });
    expect(idOf(session, group.address)).not.toBe(before);
    expect(session.previous(group.address)?.id).toBe(before);
    expect(session.state(group.address)?.attributes).toMatchObject({
      security_group_name: 'new',
      security_group_type: 'enterprise',
    });
  });
});

test('what is never read back stays as configured, also after an update', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([vpc]);
    const change = (values: Record<string, Value>) =>
      session.perform({ update: { address: vpc.address, arguments: values } });
    const isp = (): Value | undefined => session.state(vpc.address)?.attributes['ipv6_isp'];
    await change({ ipv6_isp: 'BGP' });
    expect(isp()).toBe('BGP');
    await change({ ipv6_isp: 'ChinaMobile', description: 'changed' });
    expect(isp()).toBe('ChinaMobile');
    await change({ ipv6_isp: null });
    expect(isp()).toBeUndefined();
    expect(session.state(vpc.address)?.attributes['description']).toBe('changed');
  });
});

test('a block that is gone is gone for read, and to delete it again is fine', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([vpc]);
    const state = session.state(vpc.address);
    expect(await session.perform({ delete: vpc.address })).toMatchObject({ ok: true });
    expect(session.state(vpc.address)).toBeUndefined();
    expect(state && (await session.read(state))).toBeNull();
    expect(await session.perform({ deleteAgain: vpc.address })).toMatchObject({ ok: true });
  });
});

test('secrets are masked in the calls, and noise is left out', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([]);
    const values = {
      image_id: 'm-none',
      instance_type: 'ecs.none',
      security_groups: ['sg-1'],
      password: 'Secret-1',
    };
    await create(session, { address: 'alicloud_instance.a', arguments: values });
    const calls = session.takeCalls();
    expect(calls.map(({ action }) => action)).toEqual(['RunInstances']);
    expect(calls[0]?.parameters).toMatchObject({ Password: '***', ImageId: 'm-none' });
    expect(JSON.stringify(calls)).not.toContain('Secret-1');
    expect(Object.keys(calls[0]?.parameters ?? {})).not.toContain('ClientToken');
  });
});

test('what it cannot carry out is said before the run', () => {
  const driver = createSdkDriver();
  const reasonFor = (when: Verb) => driver.unsupported(scenario({ steps: [{ when }] }));
  expect(reasonFor({ create: { address: 'alicloud_nas_file_system.a', arguments: {} } })).toBe(
    'the driver sdk has no binding for the resource alicloud_nas_file_system',
  );
  expect(reasonFor({ create: { address: 'data.alicloud_vpc.a', arguments: {} } })).toBe(
    'the driver sdk has no binding for the data source alicloud_vpc',
  );
  expect(reasonFor({ act: 'paint the image' })).toContain(
    'there is no act "paint the image"; there are: share the image',
  );
  expect(reasonFor({ create: vpc })).toBeNull();
});

test('a scenario that names what there is not is told so', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([]);
    await expect(session.perform({ delete: 'alicloud_vpc.none' })).rejects.toThrow(
      'there is no block alicloud_vpc.none',
    );
    await expect(create(session, group)).rejects.toThrow('there is no block alicloud_vpc.a');
    await expect(session.perform({ act: 'find the image' })).rejects.toThrow(
      'the act "find the image" needs "image"',
    );
    const extra: Verb = { act: 'find the image', with: { image: 'm-1', colour: 'red' } };
    await expect(session.perform(extra)).rejects.toThrow('the act "find the image" knows no "colour"');
    expect(await session.perform({ act: 'paint the image' })).toMatchObject({
      ok: false,
      kind: 'not-implemented',
    });
  });
});

test('calls after the session is closed go nowhere', async () => {
  await withDriver(async (driver) => {
    const session = await driver.open([]);
    await session.close();
    expect(await create(session, vpc)).toMatchObject({ ok: false, code: 'alimock.SessionClosed' });
  });
});

test('a status that never comes ends the step, and says what was seen last', async () => {
  const emulator = createEmulator({ pace: 'real', clock: new ManualClock() });
  await withDriver(
    async (driver) => {
      const session = await driver.open([]);
      const outcome = await create(session, vpc);
      expect(outcome).toMatchObject({ ok: false, kind: 'other', code: 'WaitTimeout' });
      expect(outcome.ok ? '' : outcome.message).toMatch(
        /^status Available of the VPC vpc-\w+ did not happen within 0.05 seconds; seen last: Pending$/,
      );
    },
    { emulator, waitLimitMs: 50 },
  );
});
