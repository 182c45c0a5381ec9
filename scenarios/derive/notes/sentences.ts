import type { PageSpec } from '../../../docs-parser/index.ts';
import type { Sentence } from './note-rule.ts';

/** A sentence of the page's introduction or of one of its notes. */
export interface PlacedSentence extends Sentence {
  readonly from: 'introduction' | 'note';
}

/** The sentences of the introduction, then those of the notes. */
export const sentencesOf = (page: PageSpec): PlacedSentence[] => [
  ...page.description.map((statement) => ({ ...statement, from: 'introduction' as const })),
  ...page.notes.flatMap(({ text, position }) =>
    cut(text).map((sentence) => ({ text: sentence, position, from: 'note' as const })),
  ),
];

const cut = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+(?=[A-Z"'`])/).filter((sentence) => sentence.trim() !== '');
