import type { PageSpec, Position } from '../../../docs-parser/index.ts';
import type { Draft } from '../draft.ts';
import type { Subject } from '../example.ts';
import { availability } from './availability.ts';
import { limit } from './limit.ts';
import type { NoteRule, Sentence, SentenceRule } from './note-rule.ts';
import { ownership } from './ownership.ts';
import { pointer } from './pointer.ts';
import { provision } from './provision.ts';
import { revocation, usage, visibility } from './sharing.ts';
import { ticket } from './ticket.ts';

/** Tried in this order; the first that understands a sentence has it. */
const rules: readonly NoteRule[] = [revocation, ownership, limit, usage, visibility, provision];

/** Rules that do not need the page's block. */
const sentenceRules: readonly SentenceRule[] = [availability, ticket, pointer];

/**
 * What the introduction and the notes promise, sentence by sentence. A sentence that no rule reads is
 * listed as not checked, never dropped.
 * @param subject the page's block in its example, or why there is none
 */
export const notePromises = (page: PageSpec, subject: Subject | string): Draft[] => {
  const sentences = [
    ...page.description.map((statement) => ({ ...statement, from: 'introduction' })),
    ...page.notes.flatMap(({ text, position }) =>
      sentencesOf(text).map((sentence) => ({ text: sentence, position, from: 'note' })),
    ),
  ];
  return numbered(sentences.flatMap((sentence) => promisesOf(sentence, page, subject)));
};

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+(?=[A-Z"'`])/).filter((sentence) => sentence.trim() !== '');

const promisesOf = (
  sentence: Sentence & { readonly from: string },
  page: PageSpec,
  subject: Subject | string,
): readonly Draft[] => {
  for (const rule of sentenceRules) {
    const drafts = rule.read(sentence);
    if (drafts !== undefined) return drafts;
  }
  if (typeof subject === 'string') return [notChecked(sentence, subject)];
  for (const rule of rules) {
    const drafts = rule.read(sentence, { page, subject });
    if (drafts !== undefined) return drafts;
  }
  return [notChecked(sentence, 'no rule reads this sentence yet')];
};

const notChecked = (
  { text, position, from }: { readonly text: string; readonly position: Position; readonly from: string },
  reason: string,
): Draft => ({
  id: `${from}/${slug(text)}`,
  kind: 'note',
  title: `“${text.length > 100 ? `${text.slice(0, 99)}…` : text}”`,
  position,
  notChecked: reason,
});

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** Ids are unique: a second one of the same name gets a number. */
const numbered = (drafts: readonly Draft[]): Draft[] => {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const count = (seen.get(draft.id) ?? 0) + 1;
    seen.set(draft.id, count);
    return count === 1 ? draft : { ...draft, id: `${draft.id}-${count}` };
  });
};
