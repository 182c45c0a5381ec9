/** Notes of two versions of a page: one that is on one side only, one that reads differently, one whose number changed. */
import type { Note } from '../../docs-parser/index.ts';
import type { Disagreement } from '../drift.ts';
import { PagePlaces } from '../sources/page.ts';
import type { PageWithSource } from '../sources/page.ts';
import { pathKey } from '../surface.ts';

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const withoutNumbers = (text: string): string => folded(text).replace(/\d+(?:\.\d+)*/g, '#');

/** @param sources how messages name the two sides */
export const changedNotes = (
  from: PageWithSource,
  against: PageWithSource,
  sources: { readonly from: string; readonly against: string },
): Disagreement[] => {
  const { rest: here, others: there } = withoutEqual(from.spec.notes, against.spec.notes);
  const places = { from: new PagePlaces(from), against: new PagePlaces(against) };
  const found: Disagreement[] = [];
  for (const note of here) {
    const partner = closest(note, there);
    if (partner === undefined) {
      found.push({
        ...common(note),
        kind: 'note',
        message: `${sources.from} has a note that ${sources.against} does not have: ${quoted(note)}`,
        from: places.from.at(note.position),
        // A rule that users did not know of may forbid what they do.
        breaking: !isAvailability(note),
      });
      continue;
    }
    there.splice(there.indexOf(partner), 1);
    const isNumber = withoutNumbers(note.text) === withoutNumbers(partner.text);
    found.push({
      ...common(note),
      kind: isNumber && !isAvailability(note) ? 'limit' : 'note',
      ...(isAvailability(note) ? { severity: 'info' as const } : {}),
      message: `A note reads ${quoted(note)} on ${sources.from} and ${quoted(partner)} on ${sources.against}.`,
      suggestion: 'Make the two notes the same.',
      from: places.from.at(note.position),
      against: places.against.at(partner.position),
      breaking: isNumber && !isAvailability(note),
    });
  }
  return [
    ...found,
    ...there.map((note) => ({
      ...common(note),
      kind: 'note' as const,
      message: `${sources.against} has a note that ${sources.from} does not have: ${quoted(note)}`,
      suggestion: 'Add the note, if it still holds.',
      against: places.against.at(note.position),
      breaking: false,
    })),
  ];
};

const common = (note: Note) => ({
  path: note.argument === null ? null : pathKey(note.argument),
  // The words tell notes apart; their numbers may change.
  detail: withoutNumbers(note.text),
});

const isAvailability = ({ text }: Note): boolean => /^available\b/i.test(text);

const quoted = ({ text }: Note): string => {
  const short = folded(text);
  return `"${short.length > 120 ? `${short.slice(0, 119)}…` : short}"`;
};

const withoutEqual = (
  here: readonly Note[],
  there: readonly Note[],
): { rest: readonly Note[]; others: Note[] } => {
  const others = [...there];
  const rest = here.filter((note) => {
    const at = others.findIndex(
      ({ text, label }) => folded(text) === folded(note.text) && label === note.label,
    );
    if (at >= 0) others.splice(at, 1);
    return at < 0;
  });
  return { rest, others };
};

/** The note in the same place of the page that shares most words, if it shares more than half of them. */
const closest = (note: Note, others: readonly Note[]): Note | undefined => {
  const ranked = others
    .filter(({ section, argument }) => section === note.section && sameArgument(argument, note.argument))
    .map((other) => ({ other, likeness: likeness(note.text, other.text) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  return best !== undefined && best.likeness > 0.5 ? best.other : undefined;
};

const sameArgument = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  pathKey(a ?? []) === pathKey(b ?? []);

const likeness = (a: string, b: string): number => {
  const words = (text: string): Set<string> => new Set(withoutNumbers(text).toLowerCase().split(' '));
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / Math.max(x.size, y.size);
};
