import { PrerequisiteError } from '../drivers/driver.ts';
import type { Driver, ResourceState, Session } from '../drivers/driver.ts';
import { regionOf } from '../drivers/region.ts';
import type { Result } from '../result.ts';
import type { Scenario, Step, Value } from '../scenario.ts';
import { checkExpectation, expectsRefusal } from './check-expectation.ts';
import { checkSucceeds } from './outcome-expectations.ts';
import { TimeLimitError, withinLimit } from './time-limit.ts';
import type { Seen, Unmet } from './expectation.ts';
import { LastKnown } from './last-known.ts';
import { doing } from './words.ts';

type Failure = NonNullable<Result['failure']>;

/** Where in a scenario a run has come to, for a failure that nobody expected. */
interface Progress {
  session: Session | null;
  step: number;
  doing: string;
  /** The time is up: what is still under way must stop. */
  ended: boolean;
}

/**
 * Runs one scenario in a session of its own. Whatever happens, it gives a result.
 * @param timeLimitMs after this it has failed, and everything that it still waits for is ended
 */
export const runScenario = async (
  scenario: Scenario,
  driver: Driver,
  timeLimitMs: number,
): Promise<Result> => {
  const started = performance.now();
  const result = (verdict: Result['verdict'], reason: string | null, failure: Failure | null): Result => ({
    scenario: scenario.id,
    kind: scenario.kind,
    title: scenario.title,
    trust: scenario.trust,
    page: scenario.page,
    driver: driver.name,
    verdict,
    reason,
    failure,
    durationMs: Math.round((performance.now() - started) * 100) / 100,
  });

  const reason = scenario.notChecked ?? driver.unsupported(scenario);
  if (reason !== null) return result('not-checked', reason, null);
  if (scenario.steps.length === 0) return result('not-checked', 'the scenario has no steps', null);

  const progress: Progress = { session: null, step: 0, doing: 'make the prerequisites', ended: false };
  try {
    const failure = await withinLimit(timeLimitMs, carryOut(scenario, driver, progress));
    return result(failure === null ? 'passed' : 'failed', null, failure);
  } catch (error) {
    if (error instanceof PrerequisiteError && scenario.kind !== 'hand-written') {
      // A derived prerequisite is a block of the page's example and has a promise of its own, which fails.
      return result('not-checked', `${error.address} of the example cannot be made: ${error.message}`, null);
    }
    if (error instanceof UnseenError)
      return result('not-checked', `nothing is there to be seen: ${error.message}`, null);
    return result('failed', null, unexpectedFailure(error, progress));
  } finally {
    progress.ended = true;
    await progress.session?.close();
  }
};

/** What is expected can be neither seen nor denied. */
class UnseenError extends Error {}

const carryOut = async (scenario: Scenario, driver: Driver, progress: Progress): Promise<Failure | null> => {
  const session = await driver.open(scenario.given, regionOf(argumentsOf(scenario)));
  progress.session = session;
  if (hasEnded(progress)) await session.close();
  const lastKnown = new LastKnown(scenario, session);
  for (const [at, step] of scenario.steps.entries()) {
    if (hasEnded(progress)) return null;
    progress.step = at + 1;
    progress.doing = doing(step.when);
    const failure = await performStep(step, session, lastKnown);
    if (failure?.isUnseen === true) throw new UnseenError(failure.observed);
    if (failure !== null) {
      const { expected, observed, calls } = failure;
      return { expected, observed, calls, step: at + 1, doing: progress.doing, blame: null };
    }
  }
  return null;
};

const argumentsOf = ({ given, steps }: Scenario): Value[] => [
  ...given.map(({ arguments: values }) => values),
  ...steps.flatMap(({ when }) => ('create' in when ? [when.create.arguments] : [])),
];

const hasEnded = ({ ended }: Progress): boolean => ended;

const performStep = async (
  step: Step,
  session: Session,
  lastKnown: LastKnown,
): Promise<(Unmet & Pick<Failure, 'calls'>) | null> => {
  session.takeCalls();
  const outcome = await session.perform(step.when);
  lastKnown.update();
  const seen: Seen = {
    session,
    verb: step.when,
    outcome,
    lastKnown: (address): ResourceState | undefined => lastKnown.get(address),
  };
  const failed = expectsRefusal(step.then) ? null : checkSucceeds(seen);
  if (failed !== null) return { ...failed, calls: session.takeCalls() };
  for (const expected of step.then) {
    const unmet = await checkExpectation(expected, seen);
    if (unmet !== null) return { ...unmet, calls: session.takeCalls() };
  }
  return null;
};

const unexpectedFailure = (error: unknown, { session, step, doing }: Progress): Failure => {
  if (error instanceof PrerequisiteError) {
    return {
      step: 0,
      doing: `make the prerequisite ${error.address}`,
      expected: `${error.address} can be made`,
      observed: error.message,
      calls: [...error.calls],
      blame: null,
    };
  }
  const observed = error instanceof Error ? error.message : String(error);
  const expected =
    error instanceof TimeLimitError ? 'an end within the time limit' : 'that it can be carried out';
  return { step, doing, expected, observed, calls: session?.takeCalls() ?? [], blame: null };
};
