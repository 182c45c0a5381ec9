import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { stages } from './run-example.ts';
import type { Failure } from './run-example.ts';

/** An example that does not go through whole, judged by a person. */
const verdictSchema = z.strictObject({
  /** "r/vpc.html.markdown" */
  page: z.string(),
  /** Where the example begins. */
  line: z.int(),
  promise: z.enum(stages),
  /** Who is to blame. "alimock": what it needs is not emulated yet. */
  verdict: z.enum(['page', 'provider', 'alimock']),
  /** Part of what Terraform says, so that no other failure hides behind it. */
  says: z.string(),
  /** The evidence. */
  why: z.string(),
});

export type Verdict = z.infer<typeof verdictSchema>;

/** The reviewed list. @throws Error if the file is malformed */
export const readVerdicts = (): Verdict[] =>
  z.array(verdictSchema).parse(parse(readFileSync(path.join(import.meta.dirname, 'verdicts.yaml'), 'utf8')));

/**
 * What is wrong with an outcome in the light of the page's verdicts; empty: it is as it should be, or as judged.
 * What is not emulated yet may fail elsewhere, or not at all, as soon as more is.
 */
export const objectionsTo = (failures: readonly Failure[], verdicts: readonly Verdict[]): string[] => {
  if (verdicts.some(({ verdict }) => verdict === 'alimock')) return [];
  const isJudged = ({ stage, message }: Failure): boolean =>
    verdicts.some(({ promise, says }) => promise === stage && message.includes(says));
  const isTrue = ({ promise, says }: Verdict): boolean =>
    failures.some(({ stage, message }) => promise === stage && message.includes(says));
  return [
    ...failures.filter((failure) => !isJudged(failure)).map(({ stage, message }) => `${stage}: ${message}`),
    ...verdicts
      .filter((verdict) => !isTrue(verdict))
      .map(({ promise, says }) => `${promise} does not fail with "${says}" now: mend verdicts.yaml`),
  ];
};
