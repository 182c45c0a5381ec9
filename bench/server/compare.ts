import { atLeast } from '../measure.ts';
import type { Effort, Figure, Measured, Target } from '../measure.ts';
import type { Case } from './cases.ts';
import { putLoad } from './load.ts';
import { putLoadClosing } from './load-closing.ts';
import type { LoadRequest, LoadResult } from './load.ts';
import type { ServerUnderTest } from './process.ts';

export interface Servers {
  readonly alimock: ServerUnderTest;
  readonly bare: ServerUnderTest;
  readonly moto: ServerUnderTest | undefined;
}

/** The quickest round; and the shortest tail of any, as p99 in times of p50. */
type Best = LoadResult & { readonly cpuMicroseconds: number; readonly tail: number };

/** The tail is a promise, too: p99 in times of p50. */
const tailLimit = 10;

/**
 * Puts the same load on each server in turn, some times over, and takes each one's best: whatever else the
 * machine does at the time hits all of them, but not always.
 * @param calls so many a round in place of a time, for calls that let the state grow
 */
export const compare = async (
  { name, alimock, moto, timesBare, timesMoto }: Case,
  connections: number,
  servers: Servers,
  { isShort }: Effort,
  calls?: number,
): Promise<Measured> => {
  const what = `${name}, ${connections} connection${connections === 1 ? '' : 's'}`;
  process.stderr.write(`  ${what}\n`);
  const seconds = isShort ? 1 : 3;
  const best = async (
    server: ServerUnderTest,
    requests: readonly LoadRequest[],
    limit: { seconds: number } | { calls: number },
    before: Best | undefined,
  ): Promise<Best> => {
    const cpu = server.cpuMicroseconds();
    const put = server.name === 'moto' ? putLoadClosing : putLoad;
    const result = await put({ port: server.port, connections, requests, limit });
    const cpuMicroseconds = (server.cpuMicroseconds() - cpu) / result.calls;
    const tail = Math.min(result.p99 / result.p50, before?.tail ?? Number.POSITIVE_INFINITY);
    return before === undefined || result.callsPerSecond > before.callsPerSecond
      ? { ...result, cpuMicroseconds, tail }
      : { ...before, tail };
  };
  const limit = calls === undefined ? { seconds } : { calls };
  // moto answers so few calls that a second of them says enough; a page takes it longer than that.
  const motoLimit = calls === undefined ? { seconds: 1 } : { calls: Math.min(calls, 60) };
  let [ours, bare, peer]: (Best | undefined)[] = [];
  // The first round only warms up: the compilers of both runtimes know the code afterwards.
  for (let round = 0; round < (isShort ? 3 : 4); round++) {
    const isWarm = round > 0;
    bare = await best(servers.bare, alimock, limit, isWarm ? bare : undefined);
    ours = await best(servers.alimock, alimock, limit, isWarm ? ours : undefined);
    if (servers.moto !== undefined && moto !== undefined && round < (isShort ? 1 : 2)) {
      peer = await best(servers.moto, moto, motoLimit, peer);
    }
  }
  if (ours === undefined || bare === undefined) throw new Error('nothing was measured');
  const figure: Figure = {
    name: what,
    unit: 'calls/s',
    ours: ours.callsPerSecond,
    peers: {
      [servers.bare.name]: bare.callsPerSecond,
      ...(peer === undefined ? {} : { moto: peer.callsPerSecond }),
    },
    calls: {
      p50: ours.p50,
      p99: ours.p99,
      cpuMicroseconds: ours.cpuMicroseconds,
      bareCpuMicroseconds: bare.cpuMicroseconds,
    },
  };
  const targets: Target[] = [
    ...(timesBare === undefined
      ? []
      : [atLeast(what, ours.callsPerSecond / bare.callsPerSecond, timesBare, ' of bare node:http')]),
    ...(timesMoto === undefined || peer === undefined
      ? []
      : [atLeast(what, ours.callsPerSecond / peer.callsPerSecond, timesMoto, ' times moto')]),
    {
      what: `p99 of ${what}`,
      wanted: `under ${tailLimit} times p50`,
      measured: ours.tail.toFixed(1),
      met: ours.tail < tailLimit,
    },
  ];
  return { figures: [figure], targets };
};

export const joined = (parts: readonly Measured[]): Measured => ({
  figures: parts.flatMap(({ figures }) => figures),
  targets: parts.flatMap(({ targets }) => targets),
});
