import { spawnSync } from 'node:child_process';

/** What was measured: ours, and the peers beside it in the same run on the same machine. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'calls/s' | 'pages/s';
  readonly ours: number;
  /** Peer → its figure in the same unit. */
  readonly peers: Readonly<Record<string, number>>;
  /**
   * Of calls to our server: milliseconds, and the processor time of a call, of ours and of the bare server.
   * The latter says most where others use the machine as well.
   */
  readonly calls?: {
    readonly p50: number;
    readonly p99: number;
    readonly cpuMicroseconds: number;
    readonly bareCpuMicroseconds: number;
  };
}

/** A target of ours, and what was measured. */
export interface Target {
  readonly what: string;
  /** The target in words, e.g. "at least 0.6 of bare node:http". */
  readonly wanted: string;
  /** The measured value in words, e.g. "0.71". */
  readonly measured: string;
  readonly met: boolean;
}

/** What a group of measurements hands on. */
export interface Measured {
  readonly figures: readonly Figure[];
  readonly targets: readonly Target[];
}

/** How much time to take: short for CI, long for figures to publish. */
export interface Effort {
  readonly isShort: boolean;
}

export const atMost = (what: string, measured: number, limit: number, unit: string, digits = 0): Target => ({
  what,
  wanted: `at most ${limit}${unit}`,
  measured: `${measured.toFixed(digits)}${unit}`,
  met: measured <= limit,
});

export const atLeast = (what: string, measured: number, limit: number, unit: string): Target => ({
  what,
  wanted: `at least ${limit}${unit}`,
  measured: `${measured.toFixed(measured < 10 ? 2 : 0)}${unit}`,
  met: measured >= limit,
});

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

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
