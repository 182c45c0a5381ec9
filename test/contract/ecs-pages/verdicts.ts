import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Result } from '../../../scenarios/result.ts';

/** Promises of one page that are not kept, for one reason. */
const verdictSchema = z.strictObject({
  /** "r/vpc.html.markdown" */
  page: z.string(),
  /** Where the first of them is made. */
  line: z.int(),
  /** Ids of scenarios below the type: "argument/name/read-back". */
  promises: z.array(z.string()).min(1),
  /**
   * Who is to blame. "alimock": the emulator, the binding or the derivation falls short; "open": nobody has judged
   * it yet.
   */
  verdict: z.enum(['page', 'provider', 'alimock', 'open']),
  /** Part of what was seen, so that no other failure hides behind it. */
  says: z.string().min(1),
  /** The evidence. */
  why: z.string().min(1),
});

export type PromiseVerdict = z.infer<typeof verdictSchema>;

/** The list. @throws Error if the file is malformed */
export const readPromiseVerdicts = (): PromiseVerdict[] =>
  z.array(verdictSchema).parse(parse(readFileSync(path.join(import.meta.dirname, 'verdicts.yaml'), 'utf8')));

/** "alicloud_vpc/argument/name/default" → "argument/name/default" */
const promiseOf = ({ scenario }: Result): string => scenario.slice(scenario.indexOf('/') + 1);

/**
 * What is wrong with the results of one page in the light of the list: a failure that nobody judged or that says
 * something else than what was judged, and an entry that does not fail any more.
 */
export const objectionsTo = (
  page: string,
  results: readonly Result[],
  verdicts: readonly PromiseVerdict[],
): string[] => {
  const judged = new Map(
    verdicts
      .filter((one) => one.page === page)
      .flatMap((one) => one.promises.map((id) => [id, one] as const)),
  );
  const failed = new Map(
    results.filter(({ verdict }) => verdict === 'failed').map((result) => [promiseOf(result), result]),
  );
  const unjudged = [...failed].flatMap(([promise, { failure, page: place }]) => {
    const seen = failure?.observed ?? '';
    const says = judged.get(promise)?.says;
    if (says !== undefined && seen.includes(says)) return [];
    const wanted = says === undefined ? failure?.expected : `as judged: ${says}`;
    return [`${page}:${place?.position.line ?? 0} ${promise}: expected ${wanted ?? ''}; seen: ${seen}`];
  });
  const mended = [...judged.keys()].filter((promise) => !failed.has(promise));
  return [
    ...unjudged,
    ...mended.map((promise) => `${page} ${promise}: it is kept now, take it out of verdicts.yaml`),
  ];
};
