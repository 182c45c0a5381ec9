import type { Driver } from '../drivers/driver.ts';
import type { Result } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { runScenario } from './run-scenario.ts';

export interface RunOptions {
  /** Is told of each result as soon as it is there. */
  readonly onResult?: (result: Result) => void;
  /** Only scenarios for which it is true. */
  readonly filter?: (scenario: Scenario) => boolean;
  /** Stop after the first that failed. */
  readonly bail?: boolean;
  /** Longest time for one scenario, in milliseconds. Default 60,000. */
  readonly timeLimitMs?: number;
}

/**
 * Runs scenarios one after the other, in their order, each in a session of its own.
 * @returns a result for each scenario that was run; those after a bail are missing
 */
export const runScenarios = async (
  scenarios: readonly Scenario[],
  driver: Driver,
  options: RunOptions = {},
): Promise<Result[]> => {
  const { onResult, filter = () => true, bail = false, timeLimitMs = 60_000 } = options;
  const results: Result[] = [];
  for (const scenario of scenarios.filter(filter)) {
    const result = await runScenario(scenario, driver, timeLimitMs);
    results.push(result);
    onResult?.(result);
    if (bail && result.verdict === 'failed') break;
  }
  return results;
};
