import type { ExampleOutcome, PageExample, Stage } from './run-example.ts';

/** How many pages keep what. */
export interface Tally {
  readonly resources: number;
  /** Applied, planned empty, imported where documented, and destroyed to an empty account. */
  readonly whole: number;
  /** Whole, and a plan after the import changes nothing either. */
  readonly importedUnchanged: number;
  readonly dataSources: number;
  /** Applied, with results. */
  readonly found: number;
}

/** Counts pages by what their examples kept. */
export const tallyOf = (
  examples: readonly PageExample[],
  outcomes: ReadonlyMap<string, ExampleOutcome>,
): Tally => {
  const count = (kind: string, ...excused: readonly Stage[]): number =>
    examples.filter(
      ({ page }) =>
        page.startsWith(kind) &&
        outcomes.get(page)?.failures.every(({ stage }) => excused.includes(stage)) === true,
    ).length;
  const all = (kind: string): number => examples.filter(({ page }) => page.startsWith(kind)).length;
  return {
    resources: all('r/'),
    whole: count('r/', 'plan after import'),
    importedUnchanged: count('r/'),
    dataSources: all('d/'),
    found: count('d/', 'second plan', 'destroy', 'empty account'),
  };
};

/** The figures as people read them. */
export const tallyText = ({ resources, whole, importedUnchanged, dataSources, found }: Tally): string =>
  [
    `${whole} of ${resources} resource pages whole: apply, empty second plan, import, destroy to an empty account`,
    `${importedUnchanged} of ${resources} whole, with an empty plan after the import as well`,
    `${found} of ${dataSources} data source pages apply and find something`,
  ].join('\n');
