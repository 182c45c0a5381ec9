import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Disagreement, PageScore } from './compare.ts';

/** Whose fault a disagreement is, judged by somebody who has read the page. */
const verdictSchema = z.strictObject({
  /** As the page is named below the folder of pages, without suffix: "d/disks". */
  page: z.string(),
  kind: z.enum(['argument-extra', 'argument-missing', 'required', 'nesting', 'type', 'attribute-missing']),
  paths: z.array(z.string()).min(1),
  /** "page": it states it wrong, or not at all; "alias": the schema has a second name for it; "parser": ours. */
  verdict: z.enum(['page', 'alias', 'parser']),
  /** Line of the page that shows it. */
  line: z.int().min(1),
  why: z.string(),
});

export type Verdict = z.infer<typeof verdictSchema>;

/**
 * Reads a file of verdicts.
 * @throws ZodError for a file of another form; the error of node:fs for one that cannot be read
 */
export const readVerdicts = async (file: string): Promise<Verdict[]> =>
  z.array(verdictSchema).parse(parse(await readFile(file, 'utf8')));

export interface Judgement {
  readonly score: PageScore;
  readonly disagreement: Disagreement;
  /** Undefined where nobody has judged it yet. */
  readonly verdict: Verdict | undefined;
}

/** "docs/d/disks.html.markdown" → "d/disks": as verdicts name pages. */
export const shortName = (file: string): string => {
  const [name = '', folder = ''] = file.split('/').reverse();
  return `${folder}/${name.split('.')[0] ?? ''}`;
};

/** Puts each disagreement beside its verdict; `stale` are the verdicts that fit none. */
export const judge = (
  scores: readonly PageScore[],
  verdicts: readonly Verdict[],
): { judgements: Judgement[]; stale: string[] } => {
  const keyOf = (page: string, kind: string, path: string): string => `${page} ${kind} ${path}`;
  const byKey = new Map(
    verdicts.flatMap((verdict) =>
      verdict.paths.map((path) => [keyOf(verdict.page, verdict.kind, path), verdict]),
    ),
  );
  const left = new Set(byKey.keys());
  const judgements = scores.flatMap((score) =>
    score.disagreements.map((disagreement) => {
      const key = keyOf(shortName(score.file), disagreement.kind, disagreement.path);
      left.delete(key);
      return { score, disagreement, verdict: byKey.get(key) };
    }),
  );
  return { judgements, stale: [...left] };
};
