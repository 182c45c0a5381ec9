/** What the parser finds wrong with one version of a page and not with the other: headings, markers, broken examples. */
import type { Disagreement } from '../drift.ts';
import { PagePlaces } from '../sources/page.ts';
import type { PageWithSource } from '../sources/page.ts';

/** @param sources how messages name the two sides */
export const renderingDifferences = (
  from: PageWithSource,
  against: PageWithSource,
  sources: { readonly from: string; readonly against: string },
): Disagreement[] => [
  ...only(from, against, (message, place) => ({
    message: `Only ${sources.from} has this: ${message}`,
    from: place,
  })),
  ...only(against, from, (message, place) => ({
    message: `Only ${sources.against} has this: ${message}`,
    against: place,
  })),
];

const only = (
  here: PageWithSource,
  there: PageWithSource,
  tell: (
    message: string,
    place: ReturnType<PagePlaces['at']>,
  ) => Pick<Disagreement, 'message' | 'from' | 'against'>,
): Disagreement[] => {
  const counts = new Map<string, number>();
  for (const finding of there.spec.findings) count(counts, keyOf(finding), 1);
  const places = new PagePlaces(here);
  return here.spec.findings.flatMap((finding): Disagreement[] => {
    const left = counts.get(keyOf(finding)) ?? 0;
    if (left > 0) {
      count(counts, keyOf(finding), -1);
      return [];
    }
    return [
      {
        kind: 'rendering',
        detail: finding.rule,
        ...tell(finding.message, places.at(finding.position)),
        breaking: false,
      },
    ];
  });
};

const keyOf = ({ rule, message }: PageWithSource['spec']['findings'][number]): string => `${rule} ${message}`;

const count = (counts: Map<string, number>, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};
