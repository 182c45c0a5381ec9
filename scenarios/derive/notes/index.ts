import type { PageSpec, Position } from '../../../docs-parser/index.ts';
import type { Companions } from '../companions.ts';
import type { Draft } from '../draft.ts';
import type { Subject } from '../example.ts';
import { madeUpName, oneIsNeeded, onlyOne } from './alternatives.ts';
import { limit } from './limit.ts';
import { listing } from './listing.ts';
import type { NoteRule, Sentence } from './note-rule.ts';
import { ownership } from './ownership.ts';
import { provision } from './provision.ts';
import { revocation, usage, visibility } from './sharing.ts';
import { ticket } from './ticket.ts';
import { sentencesOf } from './sentences.ts';
import { whyNoPromise } from './without-promise.ts';

/** Tried in this order; the first that understands a sentence has it. */
const rules: readonly NoteRule[] = [
  revocation,
  ownership,
  limit,
  usage,
  visibility,
  provision,
  listing,
  oneIsNeeded,
  onlyOne,
  madeUpName,
  ticket,
];

/**
 * What the introduction and the notes promise, sentence by sentence. A sentence that no rule reads is
 * listed as not checked, never dropped; what promises nothing is listed by sentencesWithoutPromise.
 * @param subject the page's block in its example, or why there is none
 * @param companions pages of what a data source lists
 */
export const notePromises = (page: PageSpec, subject: Subject | string, companions: Companions): Draft[] =>
  numbered(
    sentencesOf(page)
      .filter(({ text }) => whyNoPromise(text) === null)
      .flatMap((sentence) => promisesOf(sentence, page, subject, companions)),
  );

const promisesOf = (
  sentence: Sentence & { readonly from: string },
  page: PageSpec,
  subject: Subject | string,
  companions: Companions,
): readonly Draft[] => {
  if (typeof subject === 'string') return [notChecked(sentence, subject)];
  for (const rule of rules) {
    const drafts = rule.read(sentence, { page, subject, companions });
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
