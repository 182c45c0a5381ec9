import { measureOf, measures } from './compare.ts';
import type { Measure, PageScore, Share } from './compare.ts';
import type { Judgement } from './verdicts.ts';

/** One figure: a measure at a depth, of all pages of a kind. */
export interface Figure {
  readonly kind: 'resource' | 'data-source';
  readonly measure: Measure;
  /** Null for all depths together. */
  readonly depth: number | null;
  readonly share: Share;
  /** Disagreements among them that are the page's fault, or the schema's alias. */
  readonly excused: number;
}

/** The share of what the pages really state: what they get wrong themselves is left out. */
export const fraction = ({ share, excused }: Figure): number =>
  share.of === excused ? 1 : share.right / (share.of - excused);

/** Adds the pages up. */
export const summarise = (scores: readonly PageScore[], judgements: readonly Judgement[]): Figure[] => {
  const figures = new Map<string, { -readonly [Key in keyof Figure]: Figure[Key] }>();
  const at = (kind: Figure['kind'], measure: Measure, depth: number | null): Figure & { excused: number } => {
    const key = `${kind} ${measure} ${depth ?? 'all'}`;
    const figure = figures.get(key) ?? { kind, measure, depth, share: { right: 0, of: 0 }, excused: 0 };
    figures.set(key, figure);
    return figure;
  };
  for (const score of scores)
    for (const [depth, shares] of [[null, score.shares] as const, ...score.depths])
      for (const measure of measures) {
        const { right, of } = shares[measure];
        const { share } = at(score.kind, measure, depth);
        share.right += right;
        share.of += of;
      }
  for (const { score, disagreement, verdict } of judgements) {
    if (verdict === undefined || verdict.verdict === 'parser') continue;
    const measure = measureOf[disagreement.kind];
    at(score.kind, measure, null).excused += 1;
    if (byDepth.has(measure)) at(score.kind, measure, disagreement.path.split('.').length).excused += 1;
  }
  return [...figures.values()]
    .filter(({ share }) => share.of > 0)
    .sort(
      (a, b) =>
        a.kind.localeCompare(b.kind) || a.measure.localeCompare(b.measure) || (a.depth ?? 0) - (b.depth ?? 0),
    );
};

/** Measures that are counted at every depth. */
const byDepth: ReadonlySet<Measure> = new Set(['precision', 'recall', 'attributes']);
