import { atMost } from '../measure.ts';
import type { Effort, Measured, Target } from '../measure.ts';
import { largeCases, runInstances, smallCases } from './cases.ts';
import { compare, joined, roundsOf } from './compare.ts';
import type { Servers } from './compare.ts';
import { installMoto, startAlimock, startBare, startMoto } from './servers.ts';
import { measureMemory, measureStart } from './start-and-memory.ts';
import { warmUp } from './warm-up.ts';
import { makeAlimockWorld, makeMotoWorld } from './worlds.ts';
import type { AlimockWorld } from './worlds.ts';

/** RunInstances calls in a round, half a second's or more: they let the state grow. */
const callsOfARound = 1500;

/** How much more a call may cost with 10,000 instances in state than with 100. */
const growthLimit = 1.3;

/** `alimock serve` beside a bare node:http server and moto, all on this machine in the same run. */
export const measureServer = async (effort: Effort): Promise<Measured> => {
  const moto = installMoto();
  if ('missing' in moto) {
    // In CI every peer must be there; elsewhere the rest is still worth seeing.
    if (process.env['CI'] !== undefined) throw new Error(moto.missing);
    process.stderr.write(`without moto: ${moto.missing}\n`);
  }
  const motoProgram = 'program' in moto ? moto.program : undefined;
  const start = await measureStart(motoProgram, effort);
  const memory = await measureMemory(motoProgram, effort);
  const servers: Servers = {
    alimock: await startAlimock(),
    bare: await startBare(),
    moto: motoProgram === undefined ? undefined : await startMoto(motoProgram),
  };
  try {
    return joined([start, memory, await measureCalls(servers, effort)]);
  } finally {
    for (const server of [servers.alimock, servers.bare, servers.moto]) await server?.stop();
  }
};

const measureCalls = async (servers: Servers, effort: Effort): Promise<Measured> => {
  const { alimock, moto } = servers;
  const ours = await makeAlimockWorld(alimock.port, 'hundred', 100);
  const its = moto && (await makeMotoWorld(moto.port, 'us-east-1', 100));
  const small: Measured[] = [];
  for (const one of smallCases(ours, its)) {
    small.push(await compare(one, 16, servers, effort));
    if (!effort.isShort) small.push(await compare(one, 1, servers, effort));
  }
  // So few calls would be over before the compiler has seen them.
  await warmUp(servers, runInstances);
  const runAt100 = await compare(
    runInstances('RunInstances, 100 there', await worldsOf100(alimock.port, roundsOf(effort)), its),
    16,
    servers,
    effort,
    callsOfARound,
  );
  const oursLarge = await makeAlimockWorld(alimock.port, 'ten thousand', 10_000);
  const itsLarge = moto && !effort.isShort ? await makeMotoWorld(moto.port, 'us-west-2', 10_000) : undefined;
  const large: Measured[] = [];
  for (const one of largeCases(oursLarge, itsLarge)) {
    large.push(await compare(one, 16, servers, effort));
    if (!effort.isShort) large.push(await compare(one, 1, servers, effort));
  }
  const runAt10000 = await compare(
    runInstances('RunInstances, 10,000 there', [oursLarge], itsLarge),
    16,
    servers,
    effort,
    callsOfARound,
  );
  const all = joined([...small, runAt100, ...large, runAt10000]);
  return { figures: all.figures, targets: [...all.targets, ...growth(all)] };
};

/** An account with 100 instances for each round. */
const worldsOf100 = async (port: number, rounds: number): Promise<[AlimockWorld, ...AlimockWorld[]]> => {
  const world = (round: number): Promise<AlimockWorld> => makeAlimockWorld(port, `run ${round}`, 100);
  const worlds: [AlimockWorld, ...AlimockWorld[]] = [await world(0)];
  for (let round = 1; round < rounds; round++) worlds.push(await world(round));
  return worlds;
};

/**
 * Nothing on a hot path is linear in what it need not be. The cost is the processor's time: the two are measured minutes
 * apart, and the rate of a shared machine falls by half when something else runs beside one of them.
 */
const growth = ({ figures }: Measured): Target[] => {
  const costOf = (name: string): number => {
    const figure = figures.find((one) => one.name.startsWith(name) && one.name.endsWith(' 16 connections'));
    const processorTime = figure?.calls?.cpuMicroseconds ?? Number.NaN;
    // Where the system does not tell it, the time that a call took stands for it.
    return Number.isNaN(processorTime) ? 1e6 / (figure?.ours ?? Number.NaN) : processorTime;
  };
  return ['DescribeInstances by id', 'RunInstances'].map((name) =>
    atMost(
      `cost of ${name} with 10,000 instances`,
      costOf(`${name}, 10,000 there`) / costOf(`${name}, 100 there`),
      growthLimit,
      ' times that with 100',
      2,
    ),
  );
};
