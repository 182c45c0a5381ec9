import type { Driver } from '../drivers/driver.ts';
import type { Result } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { comparedWith, secondOpinion } from './compare.ts';
import { inParallel } from './in-parallel.ts';
import { runScenario } from './run-scenario.ts';

export interface RunOptions {
  /** Is told of each result as soon as it is there. */
  readonly onResult?: (result: Result) => void;
  /** Only scenarios for which it is true. */
  readonly filter?: (scenario: Scenario) => boolean;
  /** Stop after the first that failed. */
  readonly bail?: boolean;
  /** Longest time for one scenario, in milliseconds. Default 60,000, or what the driver asks for. */
  readonly timeLimitMs?: number;
  /** Another driver: carries out what failed as well, and so tells who is to blame. */
  readonly witness?: Driver;
  /** Another driver: carries everything out as well; a difference of verdicts is a failure. */
  readonly compareWith?: Driver;
}

/**
 * Runs scenarios, each in a session of its own: one after the other, or as many at a time as the driver
 * says.
 * @returns a result for each scenario that was run, in their order; those after a bail are missing
 */
export const runScenarios = async (
  scenarios: readonly Scenario[],
  driver: Driver,
  options: RunOptions = {},
): Promise<Result[]> => {
  const { onResult, filter = () => true, bail = false, witness, compareWith } = options;
  let isOver = false;
  const timeLimitMs = options.timeLimitMs ?? driver.timeLimitMs ?? 60_000;
  const runOne = async (scenario: Scenario): Promise<Result> => {
    const own = await runScenario(scenario, driver, timeLimitMs);
    const result =
      compareWith !== undefined
        ? comparedWith(own, await runScenario(scenario, compareWith, timeLimitMs))
        : witness !== undefined && own.verdict === 'failed'
          ? secondOpinion(own, await runScenario(scenario, witness, timeLimitMs))
          : own;
    onResult?.(result);
    if (bail && result.verdict === 'failed') isOver = true;
    return result;
  };
  return inParallel(scenarios.filter(filter), driver.concurrency ?? 1, runOne, () => isOver);
};
