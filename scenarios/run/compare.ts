/**
 * Two drivers on one scenario. The driver sdk calls the API itself, so where it keeps a promise that
 * Terraform does not, the provider is to blame, and neither the emulator nor the page.
 */
import type { Result } from '../result.ts';

type Failure = NonNullable<Result['failure']>;

/**
 * The result of a driver that failed, with what another driver saw of the same scenario.
 * @param own a failed result of the driver terraform
 * @param other the result of the driver sdk
 */
export const secondOpinion = (own: Result, other: Result): Result =>
  own.failure === null || other.verdict === 'not-checked'
    ? own
    : { ...own, failure: { ...own.failure, blame: blameOf(own, other) } };

/**
 * One result of two: the verdict that both have; or a failure, if they differ.
 * @param own the result of the driver terraform
 * @param other the result of the driver sdk
 */
export const comparedWith = (own: Result, other: Result): Result => {
  const durationMs = Math.round((own.durationMs + other.durationMs) * 100) / 100;
  const both = { ...own, driver: `${other.driver}+${own.driver}`, durationMs };
  if (other.verdict === 'not-checked') return { ...own, durationMs };
  if (own.verdict === 'not-checked') return { ...other, durationMs };
  if (own.verdict === 'passed' && other.verdict === 'passed') return both;
  if (own.failure !== null) {
    return { ...both, verdict: 'failed', failure: { ...own.failure, ...difference(own, other) } };
  }
  return other.failure === null
    ? both
    : { ...both, verdict: 'failed', failure: { ...other.failure, ...difference(other, own) } };
};

/** What is said of the one that failed. */
const difference = (failed: Result, other: Result): Pick<Failure, 'doing' | 'blame'> => ({
  doing:
    other.verdict === 'failed'
      ? `${failed.failure?.doing ?? ''} (both drivers)`
      : `${failed.failure?.doing ?? ''} (driver ${failed.driver}; the driver ${other.driver} passed)`,
  blame: blameOf(failed, other),
});

const blameOf = (failed: Result, other: Result): Failure['blame'] => {
  if (other.verdict === 'failed') {
    return {
      on: 'page or emulator',
      because: `the driver ${other.driver} fails as well: ${other.failure?.observed ?? ''}`,
    };
  }
  const because = `the same steps pass with the driver ${other.driver}`;
  return failed.driver === 'sdk'
    ? { on: 'binding', because: `${because}, so alimock's binding does not do what the provider does` }
    : { on: 'provider', because: `${because}: the API keeps the promise, the provider does not` };
};
