import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Failure } from './run-example.ts';

/** An example that does not go through whole, judged by a person. */
const verdictSchema = z.strictObject({
  /** "r/vpc.html.markdown" */
  page: z.string(),
  /** Where the example begins. */
  line: z.int(),
  promise: z.enum(['apply', 'second plan', 'import', 'plan after import', 'destroy', 'empty account']),
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
 * What is wrong with an outcome in the light of the list; null: it is as it should be, or as judged. What is
 * not emulated yet may fail elsewhere, or not at all, as soon as more is.
 */
export const objectionTo = (failure: Failure | null, verdict: Verdict | undefined): string | null => {
  if (verdict?.verdict === 'alimock') return null;
  if (failure === null) {
    return verdict === undefined ? null : 'it goes through whole now: take it out of verdicts.yaml';
  }
  const said = `${failure.stage}: ${failure.message}`;
  if (verdict === undefined) return said;
  const asJudged = verdict.promise === failure.stage && failure.message.includes(verdict.says);
  return asJudged ? null : `judged was ${verdict.promise}: ${verdict.says}; now it is ${said}`;
};
