import { atMost, median } from '../measure.ts';
import type { Effort, Measured } from '../measure.ts';
import type { ServerUnderTest } from './process.ts';
import { startAlimock, startMoto } from './servers.ts';
import { makeAlimockWorld, makeMotoWorld } from './worlds.ts';

/** From the start of the process to the first answer, in turn with moto's. */
export const measureStart = async (
  motoProgram: string | undefined,
  { isShort }: Effort,
): Promise<Measured> => {
  const [ours, moto]: number[][] = [[], []];
  const once = async (server: Promise<ServerUnderTest>): Promise<number> => {
    const started = await server;
    await started.stop();
    return started.startMilliseconds;
  };
  for (let run = 0; run < (isShort ? 3 : 7); run++) {
    ours?.push(await once(startAlimock()));
    if (motoProgram !== undefined) moto?.push(await once(startMoto(motoProgram)));
  }
  const [mine, its] = [median(ours ?? []), median(moto ?? [])];
  const name = 'start to first answer';
  return {
    figures: [{ name, unit: 'ms', ours: mine, peers: motoProgram === undefined ? {} : { moto: its } }],
    targets: [
      atMost(name, mine, 400, ' ms'),
      ...(motoProgram === undefined ? [] : [atMost(name, mine / its, 0.33, ' of moto’s', 2)]),
    ],
  };
};

/** Memory where nothing was called yet, and once 10,000 instances are there and a page was looked at. */
export const measureMemory = async (
  motoProgram: string | undefined,
  { isShort }: Effort,
): Promise<Measured> => {
  const alimock = await startAlimock();
  const idle = await settledMegabytes(alimock);
  await makeAlimockWorld(alimock.port, 'memory', 10_000);
  const full = await settledMegabytes(alimock);
  await alimock.stop();
  const moto = motoProgram === undefined ? undefined : await startMoto(motoProgram);
  const motoIdle = moto === undefined ? Number.NaN : await settledMegabytes(moto);
  let motoFull = Number.NaN;
  if (moto !== undefined && !isShort) {
    await makeMotoWorld(moto.port, 'us-east-1', 10_000);
    motoFull = await settledMegabytes(moto);
  }
  await moto?.stop();
  const peer = (value: number): Record<string, number> => (Number.isNaN(value) ? {} : { moto: value });
  return {
    figures: [
      { name: 'memory, idle', unit: 'MB', ours: idle, peers: peer(motoIdle) },
      { name: 'memory, 10,000 instances', unit: 'MB', ours: full, peers: peer(motoFull) },
    ],
    targets: [atMost('10,000 instances over idle', full - idle, 100, ' MB')],
  };
};

/** What a runtime gives back to the system, it gives back when it has nothing to do: until it is no less. */
const settledMegabytes = async (server: ServerUnderTest): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 8; look++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    least = Math.min(least, server.residentMegabytes());
  }
  return least;
};
