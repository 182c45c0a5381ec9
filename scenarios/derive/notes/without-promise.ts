/**
 * What a page says and does not promise. Nothing that a driver does could show it to be false, so that it counts
 * neither as kept nor as not checked; `alimock scenarios` lists it.
 */
import type { PageSpec, Position } from '../../../docs-parser/index.ts';
import { sentencesOf } from './sentences.ts';

interface Wording {
  readonly wording: RegExp;
  /** Why it promises nothing. */
  readonly why: string;
}

const wordings: readonly Wording[] = [
  {
    wording: /^available\s+(?:in|since|from)\s+v?[\d.]*\d/i,
    why: 'it tells the history of the provider, of which one version is looked at',
  },
  { wording: /^for (?:more )?information\b.*\bsee\b/i, why: 'it points to further reading' },
  {
    wording: /^this resource\s+has been (?:renamed to|deprecated)\b|^please use (?:the )?new resource\b/i,
    why: 'it points to the resource that is used instead',
  },
  {
    wording: /^(?:we )?recommend\b|\bwe recommend\b|\bis (?:not recommended|preferred)\b/i,
    why: 'it is advice',
  },
  { wording: /^before provider version\b/i, why: 'it is about former versions of the provider' },
];

/** Why a sentence promises nothing; null where it may promise something. */
export const whyNoPromise = (sentence: string): string | null =>
  wordings.find(({ wording }) => wording.test(sentence))?.why ?? null;

/** A sentence that promises nothing. */
export interface Unpromising {
  readonly text: string;
  readonly position: Position;
  readonly why: string;
}

/** The sentences of a page that promise nothing, in the order of the page. */
export const sentencesWithoutPromise = (page: PageSpec): Unpromising[] =>
  sentencesOf(page).flatMap(({ text, position }) => {
    const why = whyNoPromise(text);
    return why === null ? [] : [{ text, position, why }];
  });
