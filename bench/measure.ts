import { spawnSync } from 'node:child_process';

/** One measured line: ours beside its peer, in the same run on the same machine. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'ms' | 'calls/s';
  readonly ours: number;
  readonly peer: number;
  /** What the peer is. */
  readonly peerName: string;
  /** The target in words, and whether it is met. */
  readonly target: string;
  readonly met: boolean;
}

/** Wall time of a node process in milliseconds: the median of some runs, after one that warms the caches. */
export const processTime = (args: readonly string[], runs: number): number => {
  const once = (): number => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status ?? 'a signal'}: ${stderr}`);
    return performance.now() - started;
  };
  once();
  return median(Array.from({ length: runs }, once));
};

/** Calls a second, one after the other, over `seconds` of measured time. */
export const callsPerSecond = async (call: () => Promise<unknown>, seconds: number): Promise<number> => {
  for (let warm = 0; warm < 50; warm++) await call();
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < seconds * 1000) {
    await call();
    count += 1;
  }
  return count / ((performance.now() - started) / 1000);
};

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
