import autocannon from 'autocannon';

/** A request of a load, sent again and again. */
export interface LoadRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Sent in turn by each connection. */
  readonly requests: readonly LoadRequest[];
  /** How long; or how many calls. */
  readonly limit: { readonly seconds: number } | { readonly calls: number };
}

export interface LoadResult {
  readonly calls: number;
  readonly callsPerSecond: number;
  /** Milliseconds, exactly: autocannon's own histogram counts in whole milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Puts a load on a server with autocannon.
 * @throws Error where a single reply is no success: what fails is quick, and would be counted as quick
 */
export const putLoad = async ({ port, connections, requests, limit }: Load): Promise<LoadResult> => {
  const latencies: number[] = [];
  const started = performance.now();
  let last = started;
  let failed = 0;
  const options: autocannon.Options = {
    url: `http://127.0.0.1:${port}/`,
    connections,
    method: 'POST',
    timeout: 60,
    requests: requests.map(({ body, headers }) => ({ method: 'POST', body, headers: { ...headers } })),
    ...('calls' in limit ? { amount: limit.calls } : { duration: limit.seconds }),
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error: unknown, done) => {
      if (error instanceof Error) reject(error);
      else resolve(done);
    });
    run.on('response', (_client, status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      last = performance.now();
      if (status < 200 || status > 299) failed++;
    });
  });
  if (failed > 0 || result.errors > 0 || latencies.length === 0) {
    throw new Error(
      `of ${latencies.length} replies ${failed} were errors, and ${result.errors} connections broke: ${requests[0]?.body ?? ''}`,
    );
  }
  return resultOf(latencies, last - started);
};

/** @param latencies of each call, in milliseconds @param took milliseconds in all */
export const resultOf = (latencies: readonly number[], took: number): LoadResult => {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    calls: sorted.length,
    callsPerSecond: sorted.length / (took / 1000),
    p50: at(0.5),
    p99: at(0.99),
  };
};
