/** Reviewed lists of what pages promise and do not keep: who is to blame, and what shows it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

/** Promises of one page that are not kept, for one reason. */
const verdictSchema = z.strictObject({
  /** "r/vpc.html.markdown" */
  page: z.string(),
  /** Where the first of them is made. */
  line: z.int(),
  /** Ids of scenarios below the type, as "argument/name/read-back", or stages of an example, as "second plan". */
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

export type Verdict = z.infer<typeof verdictSchema>;

/** A promise of a page that was not kept. */
export interface Unkept {
  /** As in the list. */
  readonly promise: string;
  readonly seen: string;
  readonly expected?: string;
  readonly line?: number;
}

/** Reads a list. @param file its path @throws Error if it is malformed */
export const readVerdicts = (file: string): Verdict[] =>
  z.array(verdictSchema).parse(parse(readFileSync(file, 'utf8')));

/**
 * What is wrong with the results of one page in the light of a list: a failure that nobody judged or that says
 * something else than what was judged, and an entry that does not fail any more.
 */
export const objectionsTo = (
  page: string,
  unkept: readonly Unkept[],
  verdicts: readonly Verdict[],
): string[] => {
  const judged = new Map(
    verdicts
      .filter((one) => one.page === page)
      .flatMap((one) => one.promises.map((promise) => [promise, one] as const)),
  );
  const failed = new Set(unkept.map(({ promise }) => promise));
  const unjudged = unkept.flatMap(({ promise, seen, expected = 'it is kept', line }) => {
    const says = judged.get(promise)?.says;
    if (says !== undefined && seen.includes(says)) return [];
    const place = line === undefined ? page : `${page}:${line}`;
    const wanted = says === undefined ? expected : `as judged: ${says}`;
    return [`${place} ${promise}: expected ${wanted}; seen: ${seen}`];
  });
  const mended = [...judged.keys()].filter((promise) => !failed.has(promise));
  return [
    ...unjudged,
    ...mended.map((promise) => `${page} ${promise}: it is kept now, take it out of verdicts.yaml`),
  ];
};
