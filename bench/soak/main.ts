import type { Effort, Measured, Target } from '../measure.ts';
import type { ServerUnderTest } from '../server/process.ts';
import { startAlimock } from '../server/servers.ts';
import { makeAlimockWorld } from '../server/worlds.ts';
import { at, Connection } from './client.ts';
import { Worker } from './worker.ts';

const connections = 200;
const accounts = 20;

/** Memory of the last quarter in times of the third one's; what an allocator does by itself is within it. */
const flat = 1.1;

/**
 * 200 connections over 20 accounts read and write at once for a minute: no call fails, no update is lost,
 * and memory does not grow in the second half.
 */
export const measureSoak = async ({ isShort }: Effort): Promise<Measured> => {
  const seconds = isShort ? 12 : 60;
  const server = await startAlimock();
  try {
    const worlds = await Promise.all(
      Array.from({ length: accounts }, (_, number) => makeAlimockWorld(server.port, `soak-${number}`, 100)),
    );
    const workers = Array.from({ length: connections }, (_, number) => {
      const world = worlds[number % accounts];
      if (world === undefined) throw new Error('there is no world');
      return new Worker(server.port, world, Math.floor(number / accounts));
    });
    const end = performance.now() + seconds * 1000;
    const memory = sampleMemory(server);
    await Promise.all(workers.map((worker) => worker.work(() => performance.now() < end)));
    const megabytes = memory.end();
    return report(workers, await lostUpdates(server.port, workers), megabytes, seconds);
  } finally {
    await server.stop();
  }
};

const sampleMemory = (server: ServerUnderTest): { end(): number[] } => {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(server.residentMegabytes()), 200);
  return {
    end: () => {
      clearInterval(timer);
      return samples;
    },
  };
};

/** What is not as the workers left it, in words. */
const lostUpdates = async (port: number, workers: readonly Worker[]): Promise<string[]> => {
  const lost: string[] = [];
  for (const account of new Set(workers.map(({ world }) => world.account))) {
    const own = workers.filter(({ world }) => world.account === account);
    const connection = new Connection(port, account);
    const wanted = new Set(own.flatMap(({ instances }) => instances));
    const listed = await listInstances(connection);
    for (const id of wanted) if (!listed.has(id)) lost.push(`${account}: ${id} is not there`);
    // The hundred of the beginning are there as well, the tagged one among them.
    if (listed.size !== wanted.size + 100) {
      lost.push(`${account}: ${listed.size} instances, not ${wanted.size + 100}`);
    }
    const tags = listed.get(own[0]?.world.instanceId ?? '');
    for (const { tag } of own) {
      const [key, value] = tag;
      if (value !== '0' && tags?.get(key) !== value) {
        lost.push(`${account}: the tag ${key} is ${String(tags?.get(key))}, not ${value}`);
      }
    }
    connection.close();
  }
  return lost;
};

/** Every instance of an account with its tags, by NextToken. */
const listInstances = async (connection: Connection): Promise<Map<string, Map<string, string>>> => {
  const found = new Map<string, Map<string, string>>();
  let token = '';
  do {
    const reply = await connection.call({
      Action: 'DescribeInstances',
      MaxResults: '100',
      ...(token === '' ? {} : { NextToken: token }),
    });
    const page = at(reply, 'Instances.Instance') as readonly {
      InstanceId: string;
      Tags: { Tag: readonly { TagKey: string; TagValue: string }[] };
    }[];
    for (const { InstanceId, Tags } of page) {
      found.set(InstanceId, new Map(Tags.Tag.map(({ TagKey, TagValue }) => [TagKey, TagValue])));
    }
    const next = at(reply, 'NextToken');
    token = typeof next === 'string' ? next : '';
  } while (token !== '');
  return found;
};

const report = (
  workers: readonly Worker[],
  lost: readonly string[],
  megabytes: readonly number[],
  seconds: number,
): Measured => {
  const calls = workers.reduce((sum, worker) => sum + worker.calls, 0);
  const errors = workers.flatMap((worker) => worker.errors);
  const what = `${connections} connections, ${accounts} accounts, ${seconds} s`;
  const none = (name: string, problems: readonly string[]): Target => ({
    what: `${what}: ${name}`,
    wanted: 'none',
    measured: problems.length === 0 ? 'none' : `${problems.length}, e.g. ${problems[0] ?? ''}`,
    met: problems.length === 0,
  });
  const most = (from: number, to: number): number =>
    Math.max(...megabytes.slice(Math.floor(megabytes.length * from), Math.ceil(megabytes.length * to)));
  const growth = most(0.75, 1) / most(0.5, 0.75);
  return {
    figures: [
      { name: `soak: ${what}`, unit: 'calls/s', ours: calls / seconds, peers: {} },
      { name: 'soak: memory in the last quarter', unit: 'MB', ours: most(0.75, 1), peers: {} },
    ],
    targets: [
      none('failed calls', errors),
      none('lost updates', lost),
      {
        what: `${what}: memory of the last quarter`,
        wanted: `at most ${flat} times the third quarter’s`,
        measured: growth.toFixed(2),
        met: !(growth > flat),
      },
    ],
  };
};
