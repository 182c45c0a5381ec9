import type { Disagreement } from '../drift.ts';
import { named } from '../rules/rule.ts';
import type { Pair } from '../rules/rule.ts';
import { pathKey } from '../surface.ts';

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Arguments and attributes that both pages describe, in other words. */
export const changedTexts = ({ entries, from, against }: Pair): Disagreement[] =>
  entries.both.flatMap(({ from: here, against: there }): Disagreement[] => {
    if (here.text === undefined || there.text === undefined || folded(here.text) === folded(there.text)) {
      return [];
    }
    return [
      {
        kind: 'text',
        path: pathKey(here.path),
        message: `${from.source} describes ${named(here)} in other words than ${against.source}.`,
        from: here.place,
        against: there.place,
        breaking: false,
      },
    ];
  });
