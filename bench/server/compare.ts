import { atLeast, median } from '../measure.ts';
import type { Effort, Figure, Measured, Target } from '../measure.ts';
import type { Case } from './cases.ts';
import { putLoad } from './load.ts';
import { putLoadClosing } from './load-closing.ts';
import type { Load, LoadRequest, LoadResult } from './load.ts';
import type { ServerUnderTest } from './process.ts';

export interface Servers {
  readonly alimock: ServerUnderTest;
  readonly bare: ServerUnderTest;
  readonly moto: ServerUnderTest | undefined;
}

/** What a server did in the rounds that count. */
interface Rounds {
  readonly rates: number[];
  readonly results: (LoadResult & { readonly cpuMicroseconds: number })[];
}

/** The tail is a promise, too: p99 in times of p50. */
const tailLimit = 10;

/** Rounds that only warm up: the compilers of both runtimes know the code afterwards. */
const warmUps = 1;
/** moto answers so few calls that a second of them says enough; a page takes it longer than that. */
const motoSeconds = 1;
const motoCalls = 60;

/** How many rounds a case takes. */
export const roundsOf = ({ isShort }: Effort): number => (isShort ? 5 : 10);

/**
 * Puts the same load on each server in turn, many times over. What is reported of one is its middle round, and beside
 * the bare server the middle of the ratios of neighbouring rounds: on a shared machine a round may be half as quick
 * again as the next, and the best of one may stand beside a bad time of the other.
 * @param calls so many a round in place of a time, for calls that let the state grow
 */
export const compare = async (
  { name, alimock, alimockByRound, moto, timesBare, timesMoto }: Case,
  connections: number,
  servers: Servers,
  effort: Effort,
  calls?: number,
): Promise<Measured> => {
  const what = `${name}, ${connections} connection${connections === 1 ? '' : 's'}`;
  process.stderr.write(`  ${what}\n`);
  const put = async (
    server: ServerUnderTest,
    requests: readonly LoadRequest[],
    limit: Load['limit'],
    { rates, results }: Rounds,
  ): Promise<void> => {
    const cpu = server.cpuMicroseconds();
    const load = server.name === 'moto' ? putLoadClosing : putLoad;
    const result = await load({ port: server.port, connections, requests, limit });
    rates.push(result.callsPerSecond);
    results.push({ ...result, cpuMicroseconds: (server.cpuMicroseconds() - cpu) / result.calls });
  };
  const limit = calls === undefined ? { seconds: effort.isShort ? 0.6 : 1 } : { calls };
  const motoLimit = calls === undefined ? { seconds: motoSeconds } : { calls: Math.min(calls, motoCalls) };
  const [ours, bare, peer]: [Rounds, Rounds, Rounds] = [noRounds(), noRounds(), noRounds()];
  for (let round = 0; round < roundsOf(effort); round++) {
    const isWarm = round >= warmUps;
    const requests = alimockByRound?.[round] ?? alimock;
    await put(servers.bare, requests, limit, isWarm ? bare : noRounds());
    await put(servers.alimock, requests, limit, isWarm ? ours : noRounds());
    if (servers.moto !== undefined && moto !== undefined && round < (effort.isShort ? 1 : 2)) {
      await put(servers.moto, moto, motoLimit, peer);
    }
  }
  const rate = median(ours.rates);
  const peerRate = Math.max(...peer.rates);
  const hasPeer = peer.rates.length > 0;
  const tail = Math.min(...ours.results.map(({ p50, p99 }) => p99 / p50));
  const figure: Figure = {
    name: what,
    unit: 'calls/s',
    ours: rate,
    peers: { [servers.bare.name]: median(bare.rates), ...(hasPeer ? { moto: peerRate } : {}) },
    calls: {
      p50: median(ours.results.map(({ p50 }) => p50)),
      p99: median(ours.results.map(({ p99 }) => p99)),
      cpuMicroseconds: median(ours.results.map(({ cpuMicroseconds }) => cpuMicroseconds)),
      bareCpuMicroseconds: median(bare.results.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    },
  };
  const beside = ours.rates.map((ourRate, round) => ourRate / (bare.rates[round] ?? Number.NaN));
  const targets: Target[] = [
    ...(timesBare === undefined ? [] : [atLeast(what, median(beside), timesBare, ' of bare node:http')]),
    ...(timesMoto === undefined || !hasPeer
      ? []
      : [atLeast(what, rate / peerRate, timesMoto, ' times moto')]),
    {
      what: `p99 of ${what}`,
      wanted: `under ${tailLimit} times p50`,
      measured: tail.toFixed(1),
      met: tail < tailLimit,
    },
  ];
  return { figures: [figure], targets };
};

const noRounds = (): Rounds => ({ rates: [], results: [] });

export const joined = (parts: readonly Measured[]): Measured => ({
  figures: parts.flatMap(({ figures }) => figures),
  targets: parts.flatMap(({ targets }) => targets),
});
